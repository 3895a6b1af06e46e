using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>The commits reachable from one commit and not from another, as a user writes it: <c>v1.3.0..v1.4.0</c>.</summary>
/// <param name="From">Not part of the range; null for the whole history.</param>
/// <param name="To">The last commit of the range.</param>
internal sealed record CommitRange(string? From, string To)
{
    public const string Head = "HEAD";

    /// <exception cref="ReleaseException">RT4030: the text is no range.</exception>
    public static CommitRange Parse(string text)
    {
        // No name of a commit holds two dots.
        return text.Split("..") is [var from, var to] && !to.StartsWith('.') && text.Length > 2
            ? new(Named(from), Named(to))
            : throw new ReleaseException(CommitDiagnostics.NotARange(text));

        static string Named(string name) => name.Length == 0 ? Head : name;
    }
}
