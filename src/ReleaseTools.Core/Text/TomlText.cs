using System.Globalization;
using System.Text;

namespace ReleaseTools.Text;

/// <summary>The escapes of TOML's strings.</summary>
internal static class TomlText
{
    /// <summary>Null where an escape is none.</summary>
    public static string? Unescaped(string written)
    {
        if (!written.Contains('\\', StringComparison.Ordinal))
        {
            return written;
        }

        var text = new StringBuilder();

        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\')
            {
                text.Append(written[i]);
                continue;
            }

            var escape = ++i < written.Length ? written[i] : '\0';
            var digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            var simple = "btnfre\"\\".IndexOf(escape, StringComparison.Ordinal);

            if (digits == 0 && simple >= 0)
            {
                text.Append("\b\t\n\f\r\e\"\\"[simple]);
            }
            else if (digits > 0 && i + digits < written.Length
                && uint.TryParse(written.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var scalar)
                && Rune.IsValid(scalar))
            {
                text.Append(new Rune(scalar).ToString());
                i += digits;
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }
}
