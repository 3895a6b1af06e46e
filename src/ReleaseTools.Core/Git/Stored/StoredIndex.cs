using System.Buffers.Binary;

namespace ReleaseTools.Git.Stored;

/// <summary>The paths in git's index (gitformat-index), read as its bytes come in, without holding all of them.</summary>
internal sealed class StoredIndex
{
    private const int HeaderLength = 12;

    /// <summary>Times, numbers and sizes, which stand before an entry's object name.</summary>
    private const int StatLength = 40;
    private const int FlagsLength = 2;
    private const int ExtensionHeaderLength = 8;

    /// <summary>An entry is filled up with one to eight NULs.</summary>
    private const int Unit = 8;

    private const int LengthBits = 0xFFF;

    /// <summary>Bytes; no system has paths as long.</summary>
    private const int LongestPath = 1024 * 1024;

    private const int StageBits = 0x3000;
    private const int Extended = 0x4000;

    private readonly Stream _stream;
    private readonly int _nameLength;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    private StoredIndex(Stream stream, int nameLength)
    {
        _stream = stream;
        _nameLength = nameLength;
    }

    /// <summary>Hears of a path, in the bytes git keeps of it: from the root, with forward slashes.</summary>
    public delegate void Visitor(ReadOnlySpan<byte> path);

    /// <param name="stream">The file.</param>
    /// <param name="nameLength">Bytes in an object's name: 20, or 32 in a SHA-256 repository.</param>
    /// <param name="visit">Hears of each path once, in git's order.</param>
    /// <returns>False where the index is of a form that only git reads, such as a split or a sparse one, or ends before its entries do: then what was heard does not count.</returns>
    public static bool Read(Stream stream, int nameLength, Visitor visit) => new StoredIndex(stream, nameLength).Read(visit);

    private bool Read(Visitor visit)
    {
        if (Peek(HeaderLength) is not [(byte)'D', (byte)'I', (byte)'R', (byte)'C', 0, 0, 0, 2 or 3, ..] header || header.Length < HeaderLength)
        {
            return false;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        Skip(HeaderLength);
        byte[] inConflict = [];

        for (var entry = 0u; entry < count; entry++)
        {
            var (start, length, isStaged) = Measure();

            if (length < 0 || Peek(start + length + Unit) is var bytes && bytes.Length < start + length)
            {
                return false;
            }

            var path = bytes.Slice(start, length);

            // A file in conflict is there for each side of it, one after the other.
            if (!isStaged)
            {
                visit(path);
            }
            else if (!path.SequenceEqual(inConflict))
            {
                inConflict = path.ToArray();
                visit(path);
            }

            Skip((start + length + Unit) / Unit * Unit);
        }

        return HasOnlyKnownExtensions();
    }

    /// <summary>Where the next entry's path begins and how long it is, or -1; and whether it is one side of a conflict.</summary>
    private (int Start, int Length, bool IsStaged) Measure()
    {
        var start = StatLength + _nameLength + FlagsLength;
        var bytes = Peek(start);

        if (bytes.Length < start)
        {
            return (0, -1, false);
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[^FlagsLength..]);
        start += (flags & Extended) == 0 ? 0 : FlagsLength;
        var length = flags & LengthBits;
        return (start, length < LengthBits ? length : LengthOfLong(start), (flags & StageBits) != 0);
    }

    /// <summary>What does not fit into its bits ends with a NUL all the same.</summary>
    private int LengthOfLong(int start)
    {
        for (var asked = start + LengthBits + 1; asked < LongestPath; asked *= 2)
        {
            var bytes = Peek(asked);

            if (bytes.Length > start && bytes[start..].IndexOf((byte)0) is >= 0 and var length)
            {
                return length;
            }

            if (bytes.Length < asked)
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>One whose name begins with a small letter changes what the entries mean.</summary>
    private bool HasOnlyKnownExtensions()
    {
        for (; ; )
        {
            var bytes = Peek(ExtensionHeaderLength + _nameLength);

            if (bytes.Length < ExtensionHeaderLength + _nameLength)
            {
                return bytes.Length == _nameLength;
            }

            if (bytes[0] is < (byte)'A' or > (byte)'Z')
            {
                return false;
            }

            Skip(ExtensionHeaderLength + (long)BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]));
        }
    }

    /// <summary>The next bytes, which stay next; fewer at the end of the file.</summary>
    private ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _start < count)
        {
            Fill(count);
        }

        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    private void Fill(int count)
    {
        var held = _buffer.AsSpan(_start, _end - _start);

        if (count > _buffer.Length)
        {
            var larger = new byte[Math.Max(count, _buffer.Length * 2)];
            held.CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            held.CopyTo(_buffer);
        }

        (_start, _end) = (0, held.Length);

        while (_end < count && _stream.Read(_buffer, _end, _buffer.Length - _end) is > 0 and var read)
        {
            _end += read;
        }
    }

    private void Skip(long count)
    {
        while (count > _end - _start)
        {
            count -= _end - _start;
            _start = _end;

            if (Peek(1).IsEmpty)
            {
                return;
            }
        }

        _start += (int)count;
    }
}
