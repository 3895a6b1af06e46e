using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ReleaseTools.Changelog;

/// <summary>A word of a line's template, from blank to blank, taken apart: text, and placeholders between it.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Parts">What it is made of; text has no placeholder.</param>
internal sealed partial record TemplateWord(string Text, ImmutableArray<(string Text, string? Placeholder)> Parts)
{
    /// <summary>What stays of a link where its address is not known: the text in its brackets. Null where the word is no such link.</summary>
    private TemplateWord? Unlinked { get; init; }

    public ImmutableArray<string> Placeholders { get; } = [.. Parts.Select(part => part.Placeholder).OfType<string>()];

    public static TemplateWord Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string Text, string? Placeholder)>();
        var at = 0;

        foreach (Match match in Placeholder.Matches(text))
        {
            parts.Add((text[at..match.Index], null));
            parts.Add(("", match.Groups[1].Value));
            at = match.Index + match.Length;
        }

        parts.Add((text[at..], null));
        var link = LinkTo.Match(text);
        return new(text, parts.ToImmutable()) { Unlinked = link.Success ? Parse(text[..link.Index] + link.Groups[1].Value + text[(link.Index + link.Length)..]) : null, Address = link.Groups[2].Value };
    }

    private string Address { get; init; } = "";

    /// <summary>False where it has placeholders, and none of them says anything: then what it wrote is to be taken back.</summary>
    public bool Append(StringBuilder line, Func<string, string> read)
    {
        if (Unlinked is not null && read(Address).Length == 0)
        {
            return Unlinked.Append(line, read);
        }

        var saysSomething = Placeholders is [];

        foreach (var (text, placeholder) in Parts)
        {
            var value = placeholder is null ? text : read(placeholder);
            saysSomething |= placeholder is not null && value.Length > 0;
            line.Append(value);
        }

        return saysSomething;
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"\[([^\[\]]*)\]\(\{([^{}]*)\}\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkTo { get; }
}
