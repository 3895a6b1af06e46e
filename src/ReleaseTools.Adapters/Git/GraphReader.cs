using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>Takes a history in from <c>git rev-list --parents</c> as git prints it: a line for each commit, its name and those of its parents.</summary>
internal static class GraphReader
{
    private const int LineBuffer = 64 * 1024;

    /// <param name="git">Where to ask.</param>
    /// <param name="revisions">What the commits are reachable from, as arguments for git.</param>
    /// <param name="digits">Digits in a commit's name.</param>
    /// <param name="boundary">The commits at which a shallow clone is cut off.</param>
    /// <param name="input">More of them than a command line holds, a line each, where git is told <c>--stdin</c>.</param>
    public static CommitGraph Read(GitProcess git, string[] revisions, int digits, IEnumerable<CommitId> boundary, string? input = null)
    {
        var builder = new CommitGraph.Builder(digits / 2);
        git.Read(output => Take(output, builder, digits), input, ["rev-list", "--parents", .. revisions, "--"]);
        return builder.Build(boundary);
    }

    private static void Take(Stream output, CommitGraph.Builder builder, int digits)
    {
        var buffer = new byte[LineBuffer];
        Span<byte> name = stackalloc byte[digits / 2];
        var (held, isFirst) = (0, true);

        while (output.Read(buffer, held, buffer.Length - held) is > 0 and var count)
        {
            var rest = buffer.AsSpan(0, held + count);

            // Each name is followed by a space or by the line's end.
            while (rest.Length > digits)
            {
                HexName.Decode(rest[..digits], name);

                if (isFirst)
                {
                    builder.Add(name);
                }
                else
                {
                    builder.AddParent(name);
                }

                isFirst = rest[digits] == '\n';
                rest = rest[(digits + 1)..];
            }

            rest.CopyTo(buffer);
            held = rest.Length;
        }
    }
}
