using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>One value of a file that carries the version.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Found">What it says now.</param>
/// <param name="Expected">What it is to say.</param>
/// <param name="Start">Offset of its first character, its quotes included.</param>
/// <param name="Edit">The splice that makes it say so; null where it does already.</param>
internal sealed record StampValue(string Key, string Found, string Expected, int Start, TextEdit? Edit)
{
    /// <summary>A value that stands in the text just as it is read, such as a word in a line.</summary>
    public static StampValue Of(string key, string found, string expected, int start) => Of(key, found, expected, start, found.Length);

    /// <summary>A value that is written with that many characters, and into which the new one fits as it is.</summary>
    public static StampValue Of(string key, string found, string expected, int start, int length) =>
        new(key, found, expected, start, found == expected ? null : new TextEdit(start, length, expected));
}
