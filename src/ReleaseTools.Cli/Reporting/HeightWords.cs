using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells how the height was counted, and what became of it.</summary>
internal static class HeightWords
{
    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation, HeightEvidence height, bool isFull) => height switch
    {
        { Options.Version.HeightPosition: HeightPosition.None } => [("height", "none: four numbers leave no place for it")],
        { Path: [] } => [("height", "0: no commit stands for this version yet"), ("placed", Place(height))],
        _ =>
        [
            ("height", $"{height.Height}: {CommitWords.Count(height.Path.Length)} on the longest path back to where the version was set; {PathWords.Count(height.Path)}"),
            .. PathWords.Of(explanation, height.Path, isFull),
            .. Merges(explanation, height, isFull),
            .. End(explanation, height),
            ("placed", Place(height)),
            .. Commit(explanation, height),
        ],
    };

    private static IEnumerable<(string Topic, string Text)> Merges(VersionExplanation explanation, HeightEvidence height, bool isFull)
    {
        string Tell(HeightMerge merge) => $"{CommitWords.Tell(explanation, merge.Commit)}: {string.Join(", ", merge.Sides.Select((side, number) => Side(side, number, merge.Taken)))}";

        return (isFull ? height.Merges.Select(merge => ("", Tell(merge))) : PathWords.Few(height.Merges, Tell))
            .Select((line, index) => (index == 0 ? "merges" : "", line.Item2));
    }

    private static string Side(HeightSide side, int number, int taken) =>
        $"parent {number + 1} {(side.Stop is { } stop ? Say(stop) : $"has height {side.Height}")}{(number == taken ? " and is taken" : "")}";

    private static IEnumerable<(string Topic, string Text)> End(VersionExplanation explanation, HeightEvidence height)
    {
        var then = height.VersionAtEnd == height.Options.Version ? "" : $", as '{height.VersionAtEnd}'";
        yield return ("set by", $"{CommitWords.Tell(explanation, height.Path[^1].Commit)}{then}");

        foreach (var side in height.End)
        {
            yield return ("", $"its parent {side.Commit} {Say(side.Stop!)}");
        }

        if (height.End is [])
        {
            yield return ("", "it has no parent");
        }
    }

    private static string Say(HeightStop stop) => stop switch
    {
        { Version: { } version } => $"has version '{version}'",
        { Fault: { } fault } => $"has a version file nobody can read ({fault.Spot?.ToString() ?? "version.json"}: {fault.Code})",
        { Reason: HeightStopReason.NoVersion } => "has a version file without 'version'",
        _ => "has no version file",
    };

    private static string Place(HeightEvidence evidence)
    {
        var (height, options) = (evidence.Height, evidence.Options);
        var (written, offset) = (options.VersionHeightOffset ?? 0, options.EffectiveHeightOffset);
        var position = options.Version!.HeightPosition;
        var isAdded = position == HeightPosition.Prerelease || height > 0;

        var sum = (written, offset) switch
        {
            (0, _) => $"{height}",
            (_, 0) => $"{height}, without versionHeightOffset {written}, which is meant for '{options.VersionHeightOffsetAppliesTo}'",
            _ when !isAdded => $"{height}, without versionHeightOffset {offset}, which no height of 0 gets",
            _ => $"{height} with versionHeightOffset {offset}, {height + offset}",
        };

        return position switch
        {
            HeightPosition.Build => $"as third number: {sum} (at most {VersionCalculator.HighestNumber})",
            HeightPosition.Revision => $"as fourth number: {sum} (at most {VersionCalculator.HighestNumber})",
            _ => $"at {VersionSpec.HeightPlaceholder} in the prerelease: {sum}",
        };
    }

    private static IEnumerable<(string Topic, string Text)> Commit(VersionExplanation explanation, HeightEvidence height) => height.Options.CommitInVersion == CommitInVersion.Head
        ? []
        : [("commit", $"{new Git.CommitId(explanation.Version.VersionCommitId)} stands in the version, as commitInVersion is 'lastCounted'")];
}
