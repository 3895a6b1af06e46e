using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Git.Stored;

namespace ReleaseTools.Adapters.Git;

/// <summary>Lists the files in git's index without starting git, and without a text for those that nobody wants.</summary>
internal static class IndexReader
{
    /// <param name="file">The index.</param>
    /// <param name="nameLength">Bytes in an object's name.</param>
    /// <param name="isWanted">Which of them, by their names without the folders; null for all.</param>
    /// <returns>Null where only git can say: there is no such file, or none that is read here.</returns>
    public static ImmutableArray<string>? Read(string file, int nameLength, Func<ReadOnlySpan<char>, bool>? isWanted)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var paths = ImmutableArray.CreateBuilder<string>();
            var text = new char[256];

            return StoredIndex.Read(stream, nameLength, Visit) ? paths.ToImmutable() : null;

            void Visit(ReadOnlySpan<byte> path)
            {
                if (isWanted is null || isWanted(NameOf(path)))
                {
                    paths.Add(Encoding.UTF8.GetString(path));
                }
            }

            ReadOnlySpan<char> NameOf(ReadOnlySpan<byte> path)
            {
                var name = path[(path.LastIndexOf((byte)'/') + 1)..];

                if (text.Length < name.Length)
                {
                    text = new char[name.Length];
                }

                return text.AsSpan(0, Encoding.UTF8.GetChars(name, text));
            }
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
