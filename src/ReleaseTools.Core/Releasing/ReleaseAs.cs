using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>A commit's word on the next version: a line <c>Release-As: 2.0.0</c> in its message. Build metadata is left out.</summary>
internal sealed record ReleaseAs(CommitId Commit, SemanticVersion Version)
{
    private const string Token = "Release-As";

    /// <summary>The newest word, or null where there is none or it was followed: older ones it has taken the place of.</summary>
    /// <param name="commits">Those that count, the newest first.</param>
    /// <param name="released">What the range's last commit has behind it. A word is done with once its version is among these.</param>
    /// <exception cref="ReleaseException">RT1030: it names no version.</exception>
    public static ReleaseAs? Find(IEnumerable<CommitRecord> commits, IReadOnlyCollection<ReleaseTag> released) => commits
        .Select(Read)
        .OfType<ReleaseAs>()
        .FirstOrDefault() is { } word && released.All(tag => tag.Version != word.Version) ? word : null;

    /// <summary>Whether a commit has such a line, whatever it names.</summary>
    public static bool IsIn(CommitRecord commit) => TextIn(commit) is not null;

    private static ReleaseAs? Read(CommitRecord commit) =>
        TextIn(commit) is not { } text ? null
        : SemVerSyntax.IsVersion(text) && SemanticVersion.TryParse(text.Split('+')[0], out var version) ? new(commit.Id, version)
        : throw new ReleaseException(ReleaseDiagnostics.ReleaseAsIsNoVersion(commit.Id, text));

    private static string? TextIn(CommitRecord commit) => EcmaText.Lines(commit.Message).Skip(1).Select(ValueOf).OfType<string>().LastOrDefault();

    /// <summary>As git reads trailers: the token in any case, and blanks around the colon as the author likes.</summary>
    private static string? ValueOf(string line) =>
        line.Split(':', 2) is [var token, var value] && token.TrimEnd().Equals(Token, StringComparison.OrdinalIgnoreCase) ? value.Trim() : null;
}
