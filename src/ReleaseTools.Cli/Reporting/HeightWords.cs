using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells how the height was counted, and what became of it.</summary>
internal static class HeightWords
{
    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation, bool isFull) =>
    [
        .. Count(explanation, isFull),
        .. Merges(explanation, isFull),
        .. End(explanation),
        .. explanation.Height.Options.Version!.HeightPosition == HeightPosition.None ? [] : new[] { ("placed", Place(explanation)) },
        .. Commit(explanation),
    ];

    private static IEnumerable<(string Topic, string Text)> Count(VersionExplanation explanation, bool isFull)
    {
        var height = explanation.Height;
        var filtered = height.Filtered.ToArray();

        if (height.Path is [])
        {
            yield return ("height", height.Options.Version!.HeightPosition == HeightPosition.None ? "none: four numbers leave no place for it" : "0: no commit stands for this version yet");
            yield break;
        }

        var judged = filtered is [] ? "all of them count" : $"{filtered.Length} of them {(filtered.Length == 1 ? "does" : "do")} not count";
        yield return ("height", $"{height.Height}: {CommitWords.Count(height.Path.Length)} on the longest path back to where the version was set; {judged}");

        foreach (var step in isFull ? height.Path : filtered.Take(EvidenceQuestions.Few))
        {
            var number = isFull && step.Counts ? $"{step.Height,6} " : isFull ? "     - " : "";
            yield return ("", $"{number}{CommitWords.Tell(explanation, step.Commit)}{(step.Counts ? "" : $" ({Why(explanation, step)})")}");
        }

        if (!isFull && More(filtered.Length) is { } more)
        {
            yield return more;
        }
    }

    private static string Why(VersionExplanation explanation, HeightStep step)
    {
        var verdicts = explanation.Judge(step);

        if (verdicts is [])
        {
            return "changes no file";
        }

        var others = verdicts.Length == 1 ? "" : $", and so on for {verdicts.Length} paths";
        return verdicts[0].Filter is { } filter
            ? $"'{verdicts[0].Path}' is left out by '{filter}'{others}"
            : $"'{verdicts[0].Path}' is in none of {string.Join(", ", step.Filters!.Filters.Where(each => !each.IsExclude).Select(each => $"'{each}'"))}{others}";
    }

    private static IEnumerable<(string Topic, string Text)> Merges(VersionExplanation explanation, bool isFull)
    {
        var merges = explanation.Height.Merges;

        foreach (var (index, merge) in merges.Index().Take(isFull ? merges.Length : EvidenceQuestions.Few))
        {
            yield return (index == 0 ? "merges" : "", $"{CommitWords.Tell(explanation, merge.Commit)}: {string.Join(", ", merge.Sides.Select((side, number) => Side(side, number, merge.Taken)))}");
        }

        if (!isFull && More(merges.Length) is { } more)
        {
            yield return more;
        }
    }

    private static string Side(HeightSide side, int number, int taken) =>
        $"parent {number + 1} {(side.Stop is { } stop ? Say(stop) : $"has height {side.Height}")}{(number == taken ? " and is taken" : "")}";

    private static IEnumerable<(string Topic, string Text)> End(VersionExplanation explanation)
    {
        var height = explanation.Height;

        if (height.Path is [])
        {
            yield break;
        }

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

        if (height.Cut is { } cut)
        {
            yield return ("clone", $"shallow, cut off at {cut.Commit}{(cut.Distance is { } distance ? $", {CommitWords.Count(distance)} below that" : "")}: nothing that counts is missing");
        }
    }

    private static string Say(HeightStop stop) => stop switch
    {
        { Version: { } version } => $"has version '{version}'",
        { Fault: { } fault } => $"has a version file nobody can read ({fault.Spot?.ToString() ?? "version.json"}: {fault.Code})",
        { Reason: HeightStopReason.NoVersion } => "has a version file without 'version'",
        _ => "has no version file",
    };

    private static string Place(VersionExplanation explanation)
    {
        var (height, options) = (explanation.Height.Height, explanation.Height.Options);
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

    private static IEnumerable<(string Topic, string Text)> Commit(VersionExplanation explanation) => explanation.Height.Options.CommitInVersion == CommitInVersion.Head
        ? []
        : [("commit", $"{new Git.CommitId(explanation.Version.VersionCommitId)} stands in the version, as commitInVersion is 'lastCounted'")];

    private static (string Topic, string Text)? More(int count) =>
        count > EvidenceQuestions.Few ? ("", $"… and {count - EvidenceQuestions.Few} more, which '-v diagnostic' shows") : null;
}
