using System.Globalization;
using System.Text;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>Takes in the content of any number of blobs with one run of git.</summary>
internal static class BlobReader
{
    /// <exception cref="ReleaseException">RT1004: one of them is not there.</exception>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Read(GitProcess git, IReadOnlyCollection<string> names)
    {
        ReadOnlyMemory<byte> bytes = names.Count == 0 ? default(byte[]) : git.Bytes(string.Concat(names.Select(name => name + "\n")), "cat-file", "--batch");

        foreach (var name in names)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var header = Encoding.ASCII.GetString(bytes.Span[..end]);

            if (header.Split(' ') is not [_, "blob", var digits])
            {
                throw new ReleaseException(VersionDiagnostics.GitStopped("cat-file", 0, header));
            }

            var size = int.Parse(digits, CultureInfo.InvariantCulture);
            yield return (name, bytes.Slice(end + 1, size));
            bytes = bytes[(end + size + 2)..];
        }
    }
}
