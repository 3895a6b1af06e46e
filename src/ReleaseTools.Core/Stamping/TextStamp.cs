using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>A version as a word in a line of a build file, with quotes around it or without.</summary>
internal static partial class TextStamp
{
    /// <param name="source">The file.</param>
    /// <param name="key">Its name there.</param>
    /// <param name="start">Offset of what is written, its quotes included.</param>
    /// <param name="written">What is written.</param>
    /// <param name="version">What it is to say.</param>
    /// <exception cref="ReleaseException">RT3003 or RT3006: it is filled in by another tool, or is not one word.</exception>
    public static StampValue Value(SourceText source, string key, int start, string written, string version)
    {
        var quotes = written is [var first and ('"' or '\''), .., var last] && first == last ? 1 : 0;
        var found = written[quotes..^quotes];

        return IsFilledIn(found) ? throw new ReleaseException(StampDiagnostics.Template(source.SpotAt(start), found))
            : !Word.IsMatch(found) ? throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(start), key, found.Length == 0 ? "empty" : "more than one word"))
            : StampValue.Of(key, found, version, start + quotes);
    }

    /// <summary>Whether a text names a variable or a template, so that its value comes from elsewhere.</summary>
    public static bool IsFilledIn(string text) => text.Contains('$', StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal);

    [GeneratedRegex(@"^[^\s""'\\#]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
