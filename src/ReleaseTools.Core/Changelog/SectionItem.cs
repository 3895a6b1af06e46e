using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>A piece of a section that is moved as a whole: a heading, an item of a list with all that belongs to it, a paragraph, a comment, a part written by hand.</summary>
/// <param name="Start">Offset in the section.</param>
/// <param name="Heading">The highest heading it stands under, with its marks; empty for none.</param>
/// <param name="Title">The text of that heading.</param>
/// <param name="Text">Without line ends at its end; of a part written by hand what stands between its marks.</param>
/// <param name="Kind">What it is.</param>
internal sealed partial record SectionItem(int Start, string Heading, string Title, string Text, SectionItemKind Kind)
{
    /// <summary>The headings below that which it stands under, with their marks; empty for none.</summary>
    public string Under { get; private init; } = "";

    /// <summary>Of a heading; 0 of anything else.</summary>
    public int Level { get; private init; }

    public bool IsOfList => Text is ['-' or '*' or '+', ' ', ..];

    /// <summary>The commit it names as an entry does, or null.</summary>
    public string? Commit => Named.Match(Text) is { Success: true } named ? named.Groups["hash"].Value : null;

    /// <summary>All there is in a section, in its order.</summary>
    /// <param name="section">The section, from its heading on.</param>
    public static ImmutableArray<SectionItem> ReadAll(string section)
    {
        var items = ImmutableArray.CreateBuilder<SectionItem>();
        var manual = ManualBlock.FindAll(section).Where(block => block.IsClosed).ToArray();
        var lines = MarkdownLines.Of(section).ToArray();
        var headings = MarkdownHeadings.Of(lines, offset => manual.Any(block => block.Holds(offset))).ToArray();
        MarkdownHeading? top = null;
        var under = new List<MarkdownHeading>();
        var isApart = true;
        (int Start, SectionItemKind Kind)? open = null;

        foreach (var line in lines.Where(line => headings is [] || line.Start > headings[0].End))
        {
            if (headings.FirstOrDefault(one => line.Start >= one.Start && line.End <= one.End) is { } found)
            {
                Close(line.Start);
                under.RemoveAll(one => one.Level >= found.Level);
                top = top is null || found.Level <= top.Level ? found : top;

                if (top == found)
                {
                    under.Clear();
                }
                else if (!under.Contains(found))
                {
                    under.Add(found);
                }

                open ??= (line.Start, SectionItemKind.Heading);
                isApart = true;
            }
            else if (string.IsNullOrWhiteSpace(line.Text))
            {
                isApart = true;
            }
            else
            {
                var kind = manual.Any(block => line.Start >= block.Start && line.End <= block.End) ? SectionItemKind.Manual : line.Block is { IsComment: true } ? SectionItemKind.Comment
                    : line.Block is null && LinkDefinition.Read(line.Start, line.Text) is not null ? SectionItemKind.Address
                    : SectionItemKind.Text;

                if (open?.Kind != kind || manual.Any(block => block.Start == line.Start) || (kind == SectionItemKind.Text && !(line.Block?.Start < line.Start) && (line.Text is ['-' or '*' or '+', ' ', ..] || (isApart && line.Text[0] is not (' ' or '\t')))))
                {
                    Close(line.Start);
                    open = (line.Start, kind);
                }

                isApart = false;
            }
        }

        Close(section.Length);
        return items.ToImmutable();

        void Close(int end)
        {
            if (open is var (start, kind))
            {
                var text = section[start..end].TrimEnd().ReplaceLineEndings("\n");
                items.Add(new(start, top is null ? "" : Marked(top), top?.Text ?? "", kind == SectionItemKind.Manual ? Inner(text) : text, kind)
                {
                    Under = string.Join("\n\n", under.Select(Marked)),
                    Level = kind == SectionItemKind.Heading ? under.LastOrDefault(top!).Level : 0,
                });
                open = null;
            }
        }

        string Marked(MarkdownHeading heading) => section[heading.Start..heading.End].ReplaceLineEndings("\n");
    }

    /// <summary>A part written by hand that begins with a heading of its own, cut before each; anything else as it is.</summary>
    public IEnumerable<SectionItem> Parts()
    {
        var headings = Kind == SectionItemKind.Manual ? MarkdownHeadings.Of(Text).ToArray() : [];

        if (headings is not [var first, ..] || Text[..first.Start].Trim().Length > 0)
        {
            return [this];
        }

        var tops = headings.Where(heading => heading.Level <= first.Level).ToArray();
        var parts = tops.Zip(tops.Skip(1).Select(next => next.Start).Append(Text.Length), (heading, end) => this with { Heading = Text[heading.Start..heading.End], Title = heading.Text, Under = "", Text = Text[heading.End..end].Trim('\n') }).ToArray();
        return parts.Any(part => part.Text.Length == 0) ? [this] : parts;
    }

    private static string Inner(string block) => string.Join('\n', block.Split('\n')[1..^1]).Trim('\n');

    [GeneratedRegex(@"\(\[?(?<hash>[0-9a-f]{7,64})(?:\]\(|\))", RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }
}
