using System.Globalization;
using System.Text;

namespace ReleaseTools.Constants.Languages;

/// <summary>A text between quotes as C# and F# both read it.</summary>
internal static class EscapedText
{
    public static string From(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);

        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => escaped.Append('\\').Append(letter),
                _ when char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format =>
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
