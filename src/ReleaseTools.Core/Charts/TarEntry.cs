using System.Text;

namespace ReleaseTools.Charts;

/// <summary>A plain file in a tar archive, whoever wrote it: ustar, with the extensions of pax and GNU for long paths.</summary>
internal readonly record struct TarEntry(string Path, ReadOnlyMemory<byte> Content, DateTimeOffset Date)
{
    private const int Block = 512;

    /// <summary>Folders, links and devices are passed over.</summary>
    /// <exception cref="FormatException">It is no archive, or it ends in the middle of a file.</exception>
    public static IEnumerable<TarEntry> Read(ReadOnlyMemory<byte> archive)
    {
        string? longPath = null;
        long? longSize = null;

        for (var offset = 0; offset + Block <= archive.Length && archive.Span[offset] != 0;)
        {
            var header = archive.Slice(offset, Block);
            var type = (char)header.Span[156];
            var size = (type is 'x' or 'g' or 'L' or 'K' ? null : longSize) ?? Number(header.Span[124..136]);

            if (Sum(header.Span) != Number(header.Span[148..156]) || size < 0 || size > archive.Length - offset - Block)
            {
                throw new FormatException("A header is damaged.");
            }

            var content = archive.Slice(offset + Block, (int)size);
            offset += Block + (int)((size + Block - 1) / Block * Block);

            switch (type)
            {
                case 'x':
                    longPath = Record(content.Span, "path") ?? longPath;
                    longSize = Record(content.Span, "size") is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
                    continue;
                case 'L':
                    longPath = Text(content.Span);
                    continue;
                case 'g' or 'K':
                    continue;
                case '0' or '\0':
                    yield return new(longPath ?? Name(header.Span), content, DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(Number(header.Span[136..148]), 0, 253402300799)));
                    break;
            }

            (longPath, longSize) = (null, null);
        }
    }

    private static string Name(ReadOnlySpan<byte> header)
    {
        var name = Text(header[..100]);
        var prefix = header[257..].StartsWith("ustar\0"u8) ? Text(header[345..500]) : "";
        return prefix.Length > 0 ? $"{prefix}/{name}" : name;
    }

    private static string? Record(ReadOnlySpan<byte> records, string name)
    {
        string? found = null;

        while (records.IndexOf((byte)' ') is > 0 and var blank)
        {
            if (!int.TryParse(records[..blank], out var length) || length <= blank + 1 || length > records.Length)
            {
                throw new FormatException("A record is damaged.");
            }

            var record = Encoding.UTF8.GetString(records[(blank + 1)..(length - 1)]);
            found = record.StartsWith($"{name}=", StringComparison.Ordinal) ? record[(name.Length + 1)..] : found;
            records = records[length..];
        }

        return found;
    }

    /// <summary>Octal digits; or, where the highest bit is set, the number itself.</summary>
    private static long Number(ReadOnlySpan<byte> field)
    {
        var number = 0L;

        if (field[0] >= 0x80)
        {
            foreach (var one in field[^7..])
            {
                number = (number << 8) | one;
            }

            return number;
        }

        foreach (var digit in field.Trim(" \0"u8))
        {
            number = digit is >= (byte)'0' and <= (byte)'7' ? (number << 3) | (uint)(digit - '0') : throw new FormatException("A number is none.");
        }

        return number;
    }

    /// <summary>With blanks in the place of the sum itself.</summary>
    private static long Sum(ReadOnlySpan<byte> header)
    {
        var sum = 8L * ' ';

        for (var i = 0; i < header.Length; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : header[i];
        }

        return sum;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);
}
