namespace ReleaseTools.Commits;

/// <summary>The number of a pull request as hosts put it behind a first line: <c>feat: add search (#12)</c>. A backport has two, its own last.</summary>
internal static class PullRequestMark
{
    /// <summary>The last number, or null.</summary>
    public static string? Find(string header) => Split(header).Number;

    /// <summary>Whether an exclamation mark stands before the last one.</summary>
    public static bool IsMergeRequest(string header) => Split(header).Number is { } number && header.TrimEnd().EndsWith($"(!{number})", StringComparison.Ordinal);

    /// <summary>All of them, the last first.</summary>
    public static IEnumerable<string> All(string header)
    {
        while (Split(header) is (var rest, { } number))
        {
            yield return number;
            header = rest;
        }
    }

    /// <summary>The line without any such marks at its end.</summary>
    public static string Without(string header)
    {
        while (Split(header) is (var rest, not null))
        {
            header = rest;
        }

        return header.TrimEnd();
    }

    private static (string Before, string? Number) Split(string header)
    {
        var text = header.AsSpan().TrimEnd();

        if (!text.EndsWith(")") || text.LastIndexOf('(') is not (>= 0 and var open))
        {
            return (header, null);
        }

        // GitLab's merge requests have an exclamation mark.
        var inner = text[(open + 1)..^1];

        return inner is ['#' or '!', _, ..] && !inner[1..].ContainsAnyExceptInRange('0', '9')
            ? (text[..open].TrimEnd().ToString(), inner[1..].ToString())
            : (header, null);
    }
}
