using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Hooks;

/// <summary>A line that git hands to a pre-push hook: what is to stand where on the other side.</summary>
/// <param name="Object">What it is to be; null where it is deleted.</param>
/// <param name="RemoteRef">Its full name on the other side.</param>
/// <param name="RemoteObject">What it is there today; null where it is new.</param>
internal sealed record PushedRef(CommitId? Object, string RemoteRef, CommitId? RemoteObject)
{
    private static readonly string[] OfCommits = ["refs/heads/", "refs/for/"];

    /// <summary>The tag's name, or null where it is none.</summary>
    public string? Tag => RemoteRef.StartsWith(GitTag.Folder, StringComparison.Ordinal) ? RemoteRef[GitTag.Folder.Length..] : null;

    /// <summary>Whether people's commits go there. What git and others keep elsewhere, such as notes, follows rules of its own.</summary>
    public bool IsBranch => OfCommits.Any(folder => RemoteRef.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Null for an empty line.</summary>
    /// <exception cref="ReleaseException">RT4201: git does not write such a line.</exception>
    public static PushedRef? Read(string line)
    {
        // What stands first may be any expression a user named a commit by, with blanks in it.
        return line.Length == 0 ? null : line.Split(' ') is [_, .., var local, var name, var remote] parts && parts.Length >= 4 && Id(local, out var id) && Id(remote, out var there)
            ? new(id, name, there)
            : throw new ReleaseException(HookDiagnostics.NotWhatGitSays(line));
    }

    private static bool Id(string text, out CommitId? id)
    {
        id = text.All(digit => digit == '0') ? null : CommitId.Read(text);
        return id is not null || (text.Length is 40 or 64 && text[0] == '0');
    }
}
