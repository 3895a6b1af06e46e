using System.Text;
using ReleaseTools.Adapters.Git;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>The regular files that an answer of git's names: of a link it stores where it leads, of a submodule a commit, and neither is text that a command could change.</summary>
/// <param name="Names">From the repository's root.</param>
/// <param name="Unreadable">Those whose names are no UTF-8, quoted.</param>
internal sealed record GitFiles(IReadOnlyList<string> Names, IReadOnlyList<string> Unreadable)
{
    private const string Regular = "100";

    /// <param name="git">Where to ask.</param>
    /// <param name="comparison">What <c>git diff</c> is to compare.</param>
    public static GitFiles Differing(GitProcess git, params string[] comparison)
    {
        // A record of modes, such as ':100644 100755 hash hash M', and one of the path.
        var records = GitPaths.Records(git.Bytes("", ["diff", "--raw", "-z", "--no-ext-diff", "--no-renames", .. comparison])).ToArray();
        return From(records.Chunk(2).Select(pair => (Encoding.ASCII.GetString(pair[0].Span).Split(' ')[1], pair[1])));
    }

    /// <summary>Those in the index.</summary>
    public static GitFiles All(GitProcess git) => From(GitPaths.Records(git.Bytes("", "ls-files", "--stage", "-z"))
        .Select(record => (Encoding.ASCII.GetString(record.Span[..Regular.Length]), record[(record.Span.IndexOf((byte)'\t') + 1)..])));

    private static GitFiles From(IEnumerable<(string Mode, ReadOnlyMemory<byte> Path)> entries)
    {
        var paths = entries.Where(entry => entry.Mode.StartsWith(Regular, StringComparison.Ordinal)).Select(entry => (Name: GitPaths.Read(entry.Path.Span), entry.Path)).ToArray();
        return new([.. paths.Select(path => path.Name).OfType<string>().Distinct()], [.. paths.Where(path => path.Name is null).Select(path => GitPaths.Quote(path.Path.Span))]);
    }
}
