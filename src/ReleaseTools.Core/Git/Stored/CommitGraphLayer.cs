using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ReleaseTools.Git.Stored;

/// <summary>
/// One file of git's commit-graph (gitformat-commit-graph): commits in the order of their names, each with its parents and, where they were
/// written, with a filter that knows which paths it cannot have changed.
/// </summary>
internal sealed class CommitGraphLayer
{
    private const int HeaderLength = 8;
    private const int ChunkLength = 12;
    private const int BloomHeaderLength = 12;

    private readonly byte[] _bytes;
    private readonly int _fanout;
    private readonly int _names;
    private readonly int _data;
    private readonly int _edges;
    private readonly int _filterEnds;
    private readonly int _filters;

    private CommitGraphLayer(byte[] bytes, int nameLength, IReadOnlyDictionary<string, (int Start, int Length)> chunks)
    {
        _bytes = bytes;
        NameLength = nameLength;
        Count = chunks["OIDL"].Length / nameLength;
        _fanout = chunks["OIDF"].Start;
        _names = chunks["OIDL"].Start;
        _data = chunks["CDAT"].Start;
        _edges = chunks.GetValueOrDefault("EDGE").Start;
        _filterEnds = chunks.GetValueOrDefault("BIDX").Start;
        _filters = chunks.GetValueOrDefault("BDAT").Start;
    }

    public int NameLength { get; }

    public int Count { get; }

    /// <summary>How paths are hashed here; null where no commit has a filter.</summary>
    public ChangedPathSettings? Settings => _filters == 0 || _filterEnds == 0 ? null : new(Number(_filters), Number(_filters + 4));

    /// <summary>Null where the bytes are of another format than this, of names of another length, or not as they were written.</summary>
    public static CommitGraphLayer? Read(byte[] bytes, int nameLength) =>
        bytes.Length > nameLength + HeaderLength
        && bytes is [(byte)'C', (byte)'G', (byte)'P', (byte)'H', 1, 1 or 2, ..]
        && (bytes[5] == 1 ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes) == nameLength
        && IsWhole(bytes, nameLength)
        && FindChunks(bytes, bytes.Length - nameLength) is { } chunks
        && HasRightSizes(bytes, nameLength, chunks)
            ? new(bytes, nameLength, chunks)
            : null;

    public ReadOnlySpan<byte> Name(int commit) => _bytes.AsSpan(_names + (commit * NameLength), NameLength);

    /// <summary>The commit's place in this file, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var low = name[0] == 0 ? 0 : Number(_fanout + ((name[0] - 1) * sizeof(int)));
        var high = Number(_fanout + (name[0] * sizeof(int))) - 1;

        while (low <= high)
        {
            var middle = low + ((high - low) / 2);

            switch (Name(middle).SequenceCompareTo(name))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Adds the commit's parents, as positions in all layers together.</summary>
    public void AddParents(int commit, List<int> parents)
    {
        const int None = 0x70000000;
        var place = _data + (commit * (NameLength + 16)) + NameLength;
        var (first, second) = (Number(place), Number(place + sizeof(int)));

        if (first != None)
        {
            parents.Add(first);
        }

        if (second is >= 0 and not None)
        {
            parents.Add(second);
        }
        else if (second < 0)
        {
            // An octopus: the place of a list, whose last member has the highest bit set.
            var edge = _edges + ((second & int.MaxValue) * sizeof(int));

            for (; Number(edge) >= 0; edge += sizeof(int))
            {
                parents.Add(Number(edge));
            }

            parents.Add(Number(edge) & int.MaxValue);
        }
    }

    /// <summary>The filter of what the commit changed against its first parent; empty where none was written for it.</summary>
    public ReadOnlySpan<byte> Filter(int commit)
    {
        var start = commit == 0 ? 0 : Number(_filterEnds + ((commit - 1) * sizeof(int)));
        return _bytes.AsSpan(_filters + BloomHeaderLength + start, Number(_filterEnds + (commit * sizeof(int))) - start);
    }

    /// <summary>The file ends with its own digest.</summary>
    private static bool IsWhole(byte[] bytes, int digestLength)
    {
        var content = bytes.AsSpan(0, bytes.Length - digestLength);
#pragma warning disable CA5350 // git's own choice; it guards against damage here, not against people.
        var digest = digestLength == SHA1.HashSizeInBytes ? SHA1.HashData(content) : SHA256.HashData(content);
#pragma warning restore CA5350
        return bytes.AsSpan(content.Length).SequenceEqual(digest);
    }

    /// <summary>Where each part lies, by its name; null where one would lie outside. A last entry of the table says where the parts end.</summary>
    private static Dictionary<string, (int Start, int Length)>? FindChunks(byte[] bytes, int end)
    {
        var chunks = new Dictionary<string, (int Start, int Length)>();

        if (HeaderLength + ((bytes[6] + 1) * ChunkLength) > end)
        {
            return null;
        }

        for (var chunk = 0; chunk < bytes[6]; chunk++)
        {
            var entry = bytes.AsSpan(HeaderLength + (chunk * ChunkLength), 2 * ChunkLength);
            var (start, next) = (BinaryPrimitives.ReadInt64BigEndian(entry[4..]), BinaryPrimitives.ReadInt64BigEndian(entry[(ChunkLength + 4)..]));

            if (start < 0 || next < start || next > end || !chunks.TryAdd(Encoding.ASCII.GetString(entry[..4]), ((int)start, (int)(next - start))))
            {
                return null;
            }
        }

        return chunks;
    }

    private static bool HasRightSizes(byte[] bytes, int nameLength, Dictionary<string, (int Start, int Length)> chunks)
    {
        if (!chunks.TryGetValue("OIDF", out var fanout) || fanout.Length != 256 * sizeof(int))
        {
            return false;
        }

        var count = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(fanout.Start + (255 * sizeof(int))));

        return chunks.GetValueOrDefault("OIDL").Length == (long)count * nameLength
            && chunks.GetValueOrDefault("CDAT").Length == (long)count * (nameLength + 16)
            && (!chunks.TryGetValue("BIDX", out var ends) || ends.Length == (long)count * sizeof(int))
            && (!chunks.TryGetValue("BDAT", out var filters) || filters.Length >= BloomHeaderLength);
    }

    private int Number(int place) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(place));
}
