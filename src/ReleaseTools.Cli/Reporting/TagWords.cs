using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells which release a version follows, and what was made of it.</summary>
internal static class TagWords
{
    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation, TagEvidence tags, bool isFull) =>
    [
        ("release", $"{End(explanation, tags.Found)}{(tags.Path is [] ? "" : $", {CommitWords.Count(tags.Path.Length)} back; {PathWords.Count(tags.Path)}")}"),
        .. PathWords.Of(explanation, tags.Path, isFull),
        .. Others(explanation, tags, isFull),
        .. tags.IsReleased ? [] : new[] { ("next", $"{tags.Next}: {Why(tags)}") },
        .. tags.IsRaised ? new[] { ("floor", $"that is below {tags.Options.Version}, the least version") } : [],
    ];

    private static string End(VersionExplanation explanation, TagEnd end) => end.Tag is { } tag
        ? $"{tag} on {CommitWords.Tell(explanation, end.Commit)}"
        : $"none, for which {end.Version} stands, down to {CommitWords.Tell(explanation, end.Commit)}";

    private static IEnumerable<(string Topic, string Text)> Others(VersionExplanation explanation, TagEvidence tags, bool isFull)
    {
        string Tell(TagEnd end) => $"{End(explanation, end)}, which is no higher";

        return (isFull ? tags.Others.Select(end => ("", Tell(end))) : PathWords.Few(tags.Others, Tell))
            .Select((line, index) => (index == 0 ? "others" : "", line.Item2));
    }

    private static string Why(TagEvidence tags) => tags switch
    {
        { Options.Tags.IgnoreHeight: true } => "the release's own, as ignoreHeight is true",
        { Found.Height: 0 } => "the release's own, as no commit counts",
        { IsPrerelease: true } => $"the height {tags.Found.Height} stands behind the prerelease",
        _ => $"autoIncrement is '{tags.Options.Tags.AutoIncrement.ToString().ToLowerInvariant()}', and behind prereleaseIdentifiers '{tags.Options.Tags.PrereleaseIdentifiers}' stands the height {tags.Found.Height}",
    };
}
