using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Keeps up the addresses at the end of a changelog whose versions stand in brackets, as in Keep a Changelog.</summary>
internal static class FileLinks
{
    private const string Head = "HEAD";

    /// <param name="file">The file.</param>
    /// <param name="written">What it is to say, the newest version first.</param>
    /// <param name="sections">How the sections are written, which may be at the end.</param>
    /// <exception cref="ReleaseException">RT4363: the end is in a comment, or code, that does not end.</exception>
    public static ImmutableArray<TextEdit> Edits(ChangelogFile file, ImmutableArray<WrittenSection> written, IReadOnlyList<TextEdit> sections)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var added = new List<(LinkDefinition? Next, string Line)>();
        var isTold = written.Any(one => one.Changelog.Tag is null);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var (changelog, style) in written.Where(one => one.Style.Title?.IsReference == true).Select(one => (one.Changelog, one.Style)))
        {
            if (style.Links is not { } links)
            {
                continue;
            }

            if (changelog is { Tag: { } tag, VersionText: { } version })
            {
                if (file.IsNewest(version))
                {
                    Set(changelog, VersionTitle.Unreleased, links.Compare(tag, Head), mayAdd: isTold || file.Unreleased is not null);
                }

                Set(changelog, style.Title!.Mentions("tag") ? tag : version, changelog.Previous is { } previous ? links.Compare(previous, tag) : links.Tag(tag), mayAdd: true);
            }
            else if (changelog.Previous is { } last)
            {
                Set(changelog, VersionTitle.Unreleased, links.Compare(last, Head), mayAdd: true);
            }
        }

        edits.AddRange(added.GroupBy(one => one.Next).Select(group => Insertion(file, group.Key, string.Join(file.LineEnd, group.Select(one => one.Line)), sections)));
        return edits.ToImmutable();

        // The newest says where what is not released begins.
        void Set(Changelog changelog, string label, string address, bool mayAdd)
        {
            if (!known.Add(label))
            {
                return;
            }

            if (file.Definitions.FirstOrDefault(one => one.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                if (found.Address != address)
                {
                    edits.Add(new(found.AddressStart, found.Address.Length, address));
                }
            }
            else if (mayAdd)
            {
                added.Add((Following(file, changelog), $"[{label}]: {address}"));
            }
        }
    }

    /// <summary>The address of the section that follows, as sections stand.</summary>
    private static LinkDefinition? Following(ChangelogFile file, Changelog changelog) =>
        file.After(changelog)?.Heading is { } heading ? file.Definitions.FirstOrDefault(one => heading.StartsWith($"[{one.Label}]", StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>Before that address, or behind all there are at the end, or at the end.</summary>
    /// <exception cref="ReleaseException">RT4363: the end is in a comment, or code, that does not end.</exception>
    private static TextEdit Insertion(ChangelogFile file, LinkDefinition? next, string lines, IReadOnlyList<TextEdit> sections)
    {
        var end = file.LineEnd;
        var text = file.Source.Text;
        var endsLine = text.EndsWith('\n') || text.EndsWith('\r') || sections.Any(edit => edit.Start == text.Length);

        if (next is not null)
        {
            return new(next.Start, 0, lines + end);
        }

        if (file.Definitions is [.., var last] && last.Start > file.Sections.Select(section => section.End).LastOrDefault())
        {
            return new(last.End, 0, end + lines);
        }

        file.RefuseWhereNobodyReads(text.Length);
        return new(text.Length, 0, $"{(endsLine ? end : end + end)}{lines}{end}");
    }
}
