using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>How a line of a changelog is written, as in <c>**{scope}:** {text} ({commit})</c>. A word of whose placeholders none has anything to say is left out.</summary>
internal sealed partial class LineTemplate
{
    /// <summary>What an entry can say.</summary>
    public static readonly ImmutableArray<string> EntryPlaceholders = ["scope", "text", "type", "commit", "pull-request", "change", "authors", "by", "closes", "advisories"];

    /// <summary>What the heading of a version can say.</summary>
    public static readonly ImmutableArray<string> TitlePlaceholders = ["version", "tag", "date", "compare", "release"];

    private readonly ImmutableArray<string> _words;

    private LineTemplate(string text) => _words = [.. text.Split(' ')];

    /// <summary>For the forms there are.</summary>
    public static LineTemplate Of(string text) => new(text);

    /// <exception cref="ReleaseException">RT2140 or RT2141: a placeholder is unknown, or the text is no single line.</exception>
    public static LineTemplate Parse(string text, SourceSpot spot, ImmutableArray<string> known)
    {
        if (text.Trim().Length == 0 || text.Any(char.IsControl))
        {
            throw new ReleaseException(ChangelogSettingDiagnostics.NotALine(spot));
        }

        return Placeholder.Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => !known.Contains(name)) is { } strange
            ? throw new ReleaseException(ChangelogSettingDiagnostics.UnknownPlaceholder(spot, strange, Spelling.Nearest(strange, known), known))
            : new(text.Trim());
    }

    /// <summary>Whether the version stands in brackets, and so is a link where its address stands at the end of the file.</summary>
    public bool IsReference => _words.Any(word => word is "[{version}]" or "[{tag}]");

    public bool Mentions(string placeholder) => _words.Any(word => word.Contains($"{{{placeholder}}}", StringComparison.Ordinal));

    /// <summary>As an item of a list, where what an author wrote could begin a block of its own; what the template itself says is meant.</summary>
    /// <param name="read">What a placeholder says, fit for Markdown; empty where it has nothing to say.</param>
    public string RenderItem(Func<string, string> read) =>
        _words.FirstOrDefault(word => SaysSomething(word, read)) is ['{', ..] ? MarkdownText.AtStart(Render(read)) : Render(read);

    /// <param name="read">What a placeholder says, fit for Markdown; empty where it has nothing to say.</param>
    public string Render(Func<string, string> read)
    {
        var words = _words.Where(word => SaysSomething(word, read)).Select(word => LinkTo.Replace(word, match => read(match.Groups[2].Value).Length > 0 ? match.Value : match.Groups[1].Value));
        return string.Join(' ', words.Select(word => Placeholder.Replace(word, match => read(match.Groups[1].Value))));
    }

    private static bool SaysSomething(string word, Func<string, string> read) =>
        Placeholder.Matches(word) is var placeholders && (placeholders.Count == 0 || placeholders.Any(match => read(match.Groups[1].Value).Length > 0));

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    /// <summary>A link to what may have no address, as the first release has nothing to be compared with.</summary>
    [GeneratedRegex(@"\[([^\[\]]*)\]\(\{([^{}]*)\}\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkTo { get; }
}
