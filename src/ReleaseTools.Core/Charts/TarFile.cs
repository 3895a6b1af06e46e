using System.Buffers;
using System.Globalization;
using System.Text;

namespace ReleaseTools.Charts;

/// <summary>
/// Writes a tar archive of plain files (POSIX ustar, with a pax record where a path needs one), every byte of which follows from
/// the paths, the contents and one date.
/// </summary>
internal sealed class TarFile(DateTimeOffset date)
{
    private const int Block = 512;
    private const int NameLength = 100;
    private const int PrefixLength = 155;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void Add(string path, ReadOnlySpan<byte> content)
    {
        var name = Encoding.UTF8.GetBytes(path);

        if (!Ascii.IsValid(path) || SplitAt(name) is not { } slash)
        {
            var record = PaxRecord(path);
            Write('x', Encoding.ASCII.GetBytes("pax"), [], record);
            Write('0', Encoding.ASCII.GetBytes($"file-{_bytes.WrittenCount / Block}"), [], content);
        }
        else
        {
            Write('0', name.AsSpan(slash + 1), slash < 0 ? [] : name.AsSpan(0, slash), content);
        }
    }

    /// <summary>With the two empty blocks that end an archive.</summary>
    public byte[] ToArray()
    {
        _bytes.Write(new byte[2 * Block]);
        return _bytes.WrittenSpan.ToArray();
    }

    /// <summary>The slash between prefix and name; -1 where the name takes all; null where the path is too long for both.</summary>
    private static int? SplitAt(byte[] path)
    {
        if (path.Length <= NameLength)
        {
            return -1;
        }

        var slash = Array.IndexOf(path, (byte)'/', path.Length - NameLength - 1);
        return slash is > 0 and <= PrefixLength && slash < path.Length - 1 ? slash : null;
    }

    /// <summary>Its length counts its own digits.</summary>
    private static byte[] PaxRecord(string path)
    {
        var rest = $" path={path}\n";
        var bytes = Encoding.UTF8.GetByteCount(rest);
        var length = bytes;

        while (bytes + Text(length).Length != length)
        {
            length = bytes + Text(length).Length;
        }

        return Encoding.UTF8.GetBytes($"{Text(length)}{rest}");
    }

    private void Write(char type, ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[Block];
        header.Clear();
        name.CopyTo(header);
        Octal(header[100..108], 0b110_100_100);
        Octal(header[108..116], 0);
        Octal(header[116..124], 0);
        Octal(header[124..136], content.Length);
        Octal(header[136..148], Math.Max(0, date.ToUnixTimeSeconds()));
        header[156] = (byte)type;
        "ustar\000"u8.CopyTo(header[257..]);
        prefix.CopyTo(header[345..]);

        // The sum is taken with blanks in its own place.
        header[148..156].Fill((byte)' ');
        var sum = 0;

        foreach (var one in header)
        {
            sum += one;
        }

        Octal(header[148..155], sum);
        _bytes.Write(header);
        _bytes.Write(content);
        _bytes.Write(new byte[(Block - (content.Length % Block)) % Block]);
    }

    private static void Octal(Span<byte> field, long number)
    {
        var digits = Convert.ToString(number, 8).PadLeft(field.Length - 1, '0');
        Encoding.ASCII.GetBytes(digits, field);
        field[^1] = 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
