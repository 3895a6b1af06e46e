namespace ReleaseTools.Adapters.Ci;

/// <summary>The number of a pull request as hosts say it.</summary>
internal static class PullRequestNumber
{
    private static readonly string[] Folders = ["refs/pull/", "pull/", "refs/pull-requests/", "refs/merge-requests/"];

    /// <summary>Null where it is no number.</summary>
    public static string? Of(string? text) => text is not null && text.Length is > 0 and < 20 && text.All(char.IsAsciiDigit) ? text : null;

    /// <summary>That of <c>refs/pull/7/merge</c>.</summary>
    public static string? OfRef(string? reference) =>
        reference is not null && Folders.FirstOrDefault(folder => reference.StartsWith(folder, StringComparison.Ordinal)) is { } found ? Of(reference[found.Length..].Split('/')[0]) : null;
}
