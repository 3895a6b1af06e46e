using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells of the commits on the path that was counted: all of them, or the first few that do not count.</summary>
internal static class PathWords
{
    public static string Count(IReadOnlyCollection<PathStep> path) => path.Count(step => !step.Counts) switch
    {
        0 => "all of them count",
        1 => "1 of them does not count",
        var left => $"{left} of them do not count",
    };

    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation, IReadOnlyCollection<PathStep> path, bool isFull) => isFull
        ? path.Select(step => ("", $"{(step.Counts ? $"{step.Height}" : "-"),6} {Tell(explanation, step)}"))
        : Few([.. path.Where(step => !step.Counts)], step => Tell(explanation, step));

    /// <summary>The first few, and how many more there are.</summary>
    public static IEnumerable<(string Topic, string Text)> Few<T>(IReadOnlyCollection<T> all, Func<T, string> tell)
    {
        foreach (var one in all.Take(EvidenceQuestions.Few))
        {
            yield return ("", tell(one));
        }

        if (all.Count > EvidenceQuestions.Few)
        {
            yield return ("", $"… and {all.Count - EvidenceQuestions.Few} more, which '-v diagnostic' shows");
        }
    }

    private static string Tell(VersionExplanation explanation, PathStep step) =>
        $"{CommitWords.Tell(explanation, step.Commit)}{(step.Counts ? "" : $" ({Why(explanation, step)})")}";

    private static string Why(VersionExplanation explanation, PathStep step)
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
}
