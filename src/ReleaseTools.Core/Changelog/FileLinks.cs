using System.Collections.Immutable;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Keeps up the addresses at the end of a changelog whose versions stand in brackets, as in Keep a Changelog.</summary>
internal static class FileLinks
{
    private const string Head = "HEAD";

    /// <param name="file">The file.</param>
    /// <param name="changelog">What is told.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="section">How its section is written, which may be at the end.</param>
    public static ImmutableArray<TextEdit> Edits(ChangelogFile file, Changelog changelog, ChangelogStyle style, ImmutableArray<TextEdit> section)
    {
        if (style.Links is not { } links || style.Title is { IsReference: false })
        {
            return [];
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var added = new List<string>();

        if (changelog is { Tag: { } tag, VersionText: { } version })
        {
            if (file.IsNewest(version))
            {
                Set(VersionTitle.Unreleased, links.Compare(tag, Head), mayAdd: file.Sections.Any(section => section.Version is null));
            }

            Set(style.Title?.Mentions("tag") == true ? tag : version, changelog.Previous is { } previous ? links.Compare(previous, tag) : links.Tag(tag), mayAdd: true);
        }
        else if (changelog.Previous is { } last)
        {
            Set(VersionTitle.Unreleased, links.Compare(last, Head), mayAdd: true);
        }

        if (added.Count > 0)
        {
            edits.Add(Insertion(file, changelog, string.Join(file.LineEnd, added), section));
        }

        return edits.ToImmutable();

        void Set(string label, string address, bool mayAdd)
        {
            if (file.Definitions.FirstOrDefault(one => one.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                if (found.Address != address)
                {
                    edits.Add(new(found.AddressStart, found.Address.Length, address));
                }
            }
            else if (mayAdd)
            {
                added.Add($"[{label}]: {address}");
            }
        }
    }

    /// <summary>Before the address of the section that follows, as sections stand; or at the end.</summary>
    private static TextEdit Insertion(ChangelogFile file, Changelog changelog, string lines, ImmutableArray<TextEdit> section)
    {
        var end = file.LineEnd;
        var text = file.Source.Text;
        var endsLine = text.EndsWith('\n') || text.EndsWith('\r') || section.Any(edit => edit.Start == text.Length);
        var next = file.After(changelog)?.Heading is { } heading ? file.Definitions.FirstOrDefault(one => heading.StartsWith($"[{one.Label}]", StringComparison.OrdinalIgnoreCase)) : null;

        return next is not null ? new(next.Start, 0, lines + end)
            : file.Definitions is [.., var last] ? new(last.End, 0, end + lines)
            : new(text.Length, 0, $"{(endsLine ? end : end + end)}{lines}{end}");
    }
}
