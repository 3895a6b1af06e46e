using System.Security.Cryptography;
using System.Text;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// Heights that were counted before, a small file for each in the repository's git folder. It may be deleted at any time. What a file
/// says is found under everything the count depends on and checked against its own digest; anything else is as good as no file.
/// </summary>
/// <param name="folder">Where the files are; it need not exist.</param>
/// <param name="boundary">Where a shallow clone is cut off.</param>
internal sealed class HeightCache(string folder, IEnumerable<CommitId> boundary)
{
    /// <summary>Of blocks of 4 KiB these take less than a megabyte.</summary>
    private const int MostFiles = 200;

    /// <summary>A version file of this size is no usual one; it is read from git every time.</summary>
    private const int MostBytes = 4096;

    /// <summary>What this very build counts and writes, no other build reads.</summary>
    private static readonly string Build = $"{typeof(HeightEngine).Module.ModuleVersionId} {typeof(HeightCache).Module.ModuleVersionId}";

    private readonly string _cut = string.Join(' ', boundary.Select(commit => commit.Hash).Order(StringComparer.Ordinal));

    /// <summary>What was counted for a commit, with version files at these paths; null where it is not known.</summary>
    public CountedHeight? Find(CommitId commit, IEnumerable<string> paths)
    {
        try
        {
            var bytes = File.ReadAllBytes(FileOf(commit, paths));

            return bytes.Length > SHA256.HashSizeInBytes && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
                ? Unpack(bytes)
                : null;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was counted, where the disk lets it.</summary>
    public void Keep(CommitId commit, IEnumerable<string> paths, CountedHeight counted)
    {
        var bytes = Pack(counted);

        if (bytes.Length > MostBytes)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            Prune();
            var file = FileOf(commit, paths);
            var prepared = $"{file}.{Path.GetRandomFileName()}";
            File.WriteAllBytes(prepared, bytes);
            File.Move(prepared, file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A repository on a read-only disk, or of another user: it is counted again next time.
        }
    }

    private string FileOf(CommitId commit, IEnumerable<string> paths)
    {
        var key = string.Join('\0', [Build, commit.Hash, _cut, .. paths]);
        return Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)));
    }

    /// <summary>Another process may be doing the same: a file that is gone already is no matter.</summary>
    private void Prune()
    {
        var files = new DirectoryInfo(folder).GetFiles();

        if (files.Length >= MostFiles)
        {
            foreach (var file in files.OrderBy(file => file.LastWriteTimeUtc).Take(MostFiles / 2))
            {
                file.Delete();
            }
        }
    }

    private static byte[] Pack(CountedHeight counted)
    {
        using var stream = new MemoryStream();
        stream.Position = SHA256.HashSizeInBytes;

        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(counted.Height);
            writer.Write(counted.LastCounted?.Hash ?? "");
            writer.Write((sbyte)(counted.IgnoresCase switch { null => -1, false => 0, true => 1 }));
            writer.Write(counted.Files.Files.Length);

            foreach (var file in counted.Files.Files)
            {
                writer.Write(file.Path);
                writer.Write(file.Text);
            }
        }

        var bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes), bytes);
        return bytes;
    }

    private static CountedHeight Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes), Encoding.UTF8);
        var height = reader.ReadInt32();
        CommitId? lastCounted = reader.ReadString() is { Length: > 0 } hash ? new CommitId(hash) : null;
        var ignoresCase = reader.ReadSByte() switch { 0 => false, 1 => true, _ => (bool?)null };
        var files = Enumerable.Range(0, reader.ReadInt32()).Select(_ => new VersionFileText(reader.ReadString(), reader.ReadString()));
        return new(new([.. files]), height, lastCounted, ignoresCase);
    }
}
