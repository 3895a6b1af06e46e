using System.Text;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Text;

/// <summary>
/// A text file held so that it can be given back byte for byte: its characters, its encoding, and whether it had a byte order mark.
/// Line ends are never touched.
/// </summary>
internal sealed class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Encoding _encoding;
    private readonly byte[] _mark;
    private List<int>? _lineStarts;

    private SourceText(string path, string text, Encoding encoding, byte[] mark)
    {
        Path = path;
        Text = text;
        _encoding = encoding;
        _mark = mark;
    }

    /// <summary>How the file is named in diagnostics.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The text with its byte order mark, where it has one.</summary>
    public string MarkedText => _mark.Length > 0 ? "\ufeff" + Text : Text;

    /// <summary>Text that never was bytes, as in a test or from git.</summary>
    public static SourceText From(string path, string text) => new(path, text, Utf8, []);

    /// <summary>Reads UTF-8 with or without a mark, or UTF-16 with one.</summary>
    /// <exception cref="ReleaseException">RT3001: the bytes are not text in the encoding they claim.</exception>
    public static SourceText Parse(string path, ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ((Encoding)Utf8, 3),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            _ => (Utf8, 0),
        };

        try
        {
            return new(path, encoding.GetString(bytes[mark..]), encoding, bytes[..mark].ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw new ReleaseException(StampDiagnostics.NotText(path, encoding.WebName));
        }
    }

    public byte[] ToBytes() => ToBytes([]);

    /// <summary>The bytes of the same file with the edits made. Edits must not overlap; their order does not matter.</summary>
    public byte[] ToBytes(IEnumerable<TextEdit> edits)
    {
        var pieces = Pieces(edits).ToArray();
        var bytes = new byte[_mark.Length + pieces.Sum(piece => _encoding.GetByteCount(piece.Span))];
        var written = _mark.Length;
        _mark.CopyTo(bytes, 0);

        foreach (var piece in pieces)
        {
            written += _encoding.GetBytes(piece.Span, bytes.AsSpan(written));
        }

        return bytes;
    }

    /// <summary>The same file with the edits made. Edits must not overlap; their order does not matter.</summary>
    public SourceText With(IEnumerable<TextEdit> edits) =>
        new(Path, Pieces(edits).Aggregate(new StringBuilder(Text.Length + 64), (text, piece) => text.Append(piece.Span)).ToString(), _encoding, _mark);

    private IEnumerable<ReadOnlyMemory<char>> Pieces(IEnumerable<TextEdit> edits)
    {
        var copied = 0;

        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(edit.Start, copied, nameof(edits));
            yield return Text.AsMemory(copied, edit.Start - copied);
            yield return edit.NewText.AsMemory();
            copied = edit.Start + edit.Length;
        }

        yield return Text.AsMemory(copied);
    }

    /// <summary>Where an offset is, for people: lines end with LF, CRLF or CR.</summary>
    public SourceSpot SpotAt(int offset)
    {
        var starts = Starts;
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(Path, line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offset of a place, both counted from one; the end of the text where it has no such place.</summary>
    public int OffsetAt(int line, int column) => line >= 1 && line <= Starts.Count ? Math.Min(Text.Length, Starts[line - 1] + Math.Max(0, column - 1)) : Text.Length;

    private List<int> Starts => _lineStarts ??= LineStarts(Text);

    private static List<int> LineStarts(ReadOnlySpan<char> text)
    {
        var starts = new List<int> { 0 };

        for (var at = 0; text[at..].IndexOfAny('\r', '\n') is >= 0 and var length;)
        {
            at += length + (text[at + length] == '\r' && at + length + 1 < text.Length && text[at + length + 1] == '\n' ? 2 : 1);
            starts.Add(at);
        }

        return starts;
    }
}
