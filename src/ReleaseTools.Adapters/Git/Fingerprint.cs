using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ReleaseTools.Adapters.Git;

/// <summary>A digest of everything an answer depends on: words, and files by their content. An edit within one tick of a clock is one all the same.</summary>
internal sealed class Fingerprint
{
    /// <summary>A larger file, which only packed references can be, is told by its time and length.</summary>
    private const int MostBytes = 1 << 20;

    /// <summary>Beyond it the clocks of file systems tell one edit from the next.</summary>
    private static readonly TimeSpan Racy = TimeSpan.FromSeconds(2);

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    public Fingerprint Add(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            Add(Encoding.UTF8.GetBytes(word));
        }

        return this;
    }

    /// <summary>What a file holds, or that it is not there.</summary>
    public Fingerprint AddFile(string path)
    {
        var file = new FileInfo(path);
        Add(path, file.LinkTarget ?? "");

        if (!file.Exists)
        {
            return Add("-");
        }

        if (file.Length <= MostBytes)
        {
            Add(Read(path));
            return this;
        }

        // One that may have been written twice in one tick is like no other.
        var isYoung = (DateTime.UtcNow - file.LastWriteTimeUtc).Duration() < Racy;
        return Add($"{file.LastWriteTimeUtc.Ticks} {file.Length} {(isYoung ? Guid.NewGuid() : Guid.Empty)}");
    }

    /// <summary>What all files of a folder hold, those in folders below it as well.</summary>
    public Fingerprint AddFolder(string path)
    {
        if (Directory.Exists(path))
        {
            var files = Directory.GetFiles(path, "*", SearchOption.AllDirectories);
            Array.Sort(files, StringComparer.Ordinal);

            foreach (var file in files)
            {
                AddFile(file);
            }
        }

        return Add(path);
    }

    public override string ToString() => Convert.ToHexStringLower(SHA256.HashData(_bytes.WrittenSpan));

    /// <summary>Each with its length before it, so that no two lists of them look alike.</summary>
    private void Add(byte[] part)
    {
        _bytes.Write(BitConverter.GetBytes(part.Length));
        _bytes.Write(part);
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
