using System.Globalization;
using System.Text;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Variables as Java's properties files hold them, which can carry any text.</summary>
internal static class PropertiesFile
{
    public static CiFileFormat Format { get; } = CiFileFormat.Lines(Escape);

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);

        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => escaped.Append(@"\\"),
                ' ' when escaped.Length == 0 => escaped.Append(@"\ "),
                < ' ' or > '~' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
