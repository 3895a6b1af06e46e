using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>How a line of a changelog is written, as in <c>**{scope}:** {text} ({commit})</c>. A word of whose placeholders none has anything to say is left out.</summary>
internal sealed partial class LineTemplate
{
    /// <summary>What an entry can say.</summary>
    public static readonly ImmutableArray<string> EntryPlaceholders = ["scope", "text", "type", "commit", "pull-request", "change", "authors", "by", "mentions", "by-mentions", "closes", "advisories"];

    /// <summary>What the heading of a version can say.</summary>
    public static readonly ImmutableArray<string> TitlePlaceholders = ["version", "tag", "date", "compare", "release"];

    private readonly ImmutableArray<TemplateWord> _words;

    private LineTemplate(string text)
    {
        _words = [.. text.Split(' ').Select(TemplateWord.Parse)];
        NamesPullRequest = Mentions("pull-request") || Mentions("change");
    }

    /// <summary>Whether the pull request is named wherever there is one, so that the text need not name it.</summary>
    public bool NamesPullRequest { get; }

    /// <summary>For the forms there are.</summary>
    public static LineTemplate Of(string text) => new(text);

    /// <exception cref="ReleaseException">RT2140, RT2141 or RT4309: a placeholder is unknown or not closed, or the text is no single line.</exception>
    public static LineTemplate Parse(string text, SourceSpot spot, ImmutableArray<string> known)
    {
        if (text.Trim().Length == 0 || text.Any(char.IsControl))
        {
            throw new ReleaseException(ChangelogSettingDiagnostics.NotALine(spot));
        }

        return Placeholder.Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => !known.Contains(name)) is { } strange
            ? throw new ReleaseException(ChangelogSettingDiagnostics.UnknownPlaceholder(spot, strange, Spelling.Nearest(strange, known), known))
            : Placeholder.Replace(text, "").AsSpan().ContainsAny('{', '}') ? throw new ReleaseException(ChangelogDiagnostics.LooseBrace(spot))
            : new(text.Trim());
    }

    /// <summary>Whether the version stands in brackets, and so is a link where its address stands at the end of the file.</summary>
    public bool IsReference => _words.Any(word => word.Text is "[{version}]" or "[{tag}]");

    public bool Mentions(string placeholder) => _words.Any(word => word.Placeholders.Contains(placeholder));

    /// <summary>As an item of a list, where what an author wrote could begin a block of its own; what the template itself says is meant.</summary>
    /// <param name="text">The list, up to the item's own text.</param>
    /// <param name="read">What a placeholder says, fit for Markdown; empty where it has nothing to say.</param>
    public void AppendItem(StringBuilder text, Func<string, string> read)
    {
        var start = text.Length;

        if (Append(text, read)?.Text is ['{', ..] && text.Length > start && !char.IsAsciiLetter(text[start]))
        {
            var line = MarkdownText.AtStart(text.ToString(start, text.Length - start));
            text.Length = start;
            text.Append(line);
        }
    }

    /// <param name="read">What a placeholder says, fit for Markdown; empty where it has nothing to say.</param>
    public string Render(Func<string, string> read)
    {
        var line = new StringBuilder();
        Append(line, read);
        return line.ToString();
    }

    /// <returns>The first word that says something.</returns>
    private TemplateWord? Append(StringBuilder line, Func<string, string> read)
    {
        var first = (TemplateWord?)null;

        foreach (var word in _words)
        {
            var end = line.Length;

            if (word.Append(first is null ? line : line.Append(' '), read))
            {
                first ??= word;
            }
            else
            {
                line.Length = end;
            }
        }

        return first;
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }
}
