using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReleaseTools.Text;

/// <summary>Writes a string as a YAML scalar that every reader, of YAML 1.1 and of 1.2, takes for that string.</summary>
internal static partial class YamlText
{
    /// <summary>Unquoted, YAML 1.1 takes these for null or for a truth value.</summary>
    private static readonly HashSet<string> Words =
        new(["null", "true", "false", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    /// <summary>In the style a value has already, or in double quotes where that style cannot hold this string.</summary>
    public static string Write(string text, YamlKind style) => style switch
    {
        YamlKind.Plain when IsPlain(text) => text,
        YamlKind.SingleQuoted when !text.Any(NeedsEscape) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => DoubleQuoted(text),
    };

    /// <summary>
    /// Whether a string needs no quotes. Strict on purpose: a word, or a version of three numbers. '1.10' is a number and '2026-01-01' a
    /// date to some reader, and whatever else begins with a digit may be.
    /// </summary>
    public static bool IsPlain(string text) => SafePlain().IsMatch(text) && !Words.Contains(text);

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);

        foreach (var unit in text)
        {
            _ = unit is '"' or '\\' ? quoted.Append('\\').Append(unit)
                : NeedsEscape(unit) ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")
                : quoted.Append(unit);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Control characters, line ends in the sense of YAML 1.1 (which an editor may not see), and the byte order mark.</summary>
    private static bool NeedsEscape(char unit) => char.IsControl(unit) || unit is '\u2028' or '\u2029' or '\ufeff';

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9.+_-]*|[0-9]+\.[0-9]+\.[0-9]+(?:[.+-][A-Za-z0-9.+-]*)?)\z")]
    private static partial Regex SafePlain();
}
