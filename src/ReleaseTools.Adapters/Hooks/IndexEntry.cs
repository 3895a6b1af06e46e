using System.Text;
using ReleaseTools.Adapters.Git;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>What git's index holds of a path that is not in conflict.</summary>
/// <param name="Mode">As git writes it, in six digits.</param>
/// <param name="Hash">The blob's, or the commit's of a submodule.</param>
/// <param name="Path">From the repository's root.</param>
/// <param name="IsLeftOut">Whether a sparse checkout leaves it out of the working tree.</param>
internal sealed record IndexEntry(string Mode, string Hash, string Path, bool IsLeftOut)
{
    /// <summary>A regular file, and no link or submodule.</summary>
    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);

    /// <summary>Without those whose names are no UTF-8: they are not looked at and not written.</summary>
    public static Dictionary<string, IndexEntry> Read(GitProcess git) =>
        GitPaths.Records(git.Bytes("", "ls-files", "--stage", "-t", "-z")).Select(Parse).OfType<IndexEntry>().ToDictionary(entry => entry.Path, StringComparer.Ordinal);

    public bool HoldsAsMuchAs(IndexEntry other) => (Mode, Hash) == (other.Mode, other.Hash);

    /// <summary><c>H 100644 hash 0 TAB path</c></summary>
    private static IndexEntry? Parse(ReadOnlyMemory<byte> record)
    {
        var tab = record.Span.IndexOf((byte)'\t');
        return Encoding.ASCII.GetString(record.Span[..tab]).Split(' ') is [var tag, var mode, var hash, "0"] && GitPaths.Read(record.Span[(tab + 1)..]) is { } path ? new(mode, hash, path, IsLeftOut: tag == "S") : null;
    }
}
