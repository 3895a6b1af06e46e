using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The new text of a section, with what was written by hand: in the old one, or under <em>Unreleased</em>.</summary>
internal static class SectionText
{
    /// <param name="rendered">What the renderer wrote.</param>
    /// <param name="file">The file it goes into.</param>
    /// <param name="old">The section it replaces, or null.</param>
    /// <param name="moved">What is to be kept in it from elsewhere.</param>
    /// <returns>With the file's line ends, none at the end.</returns>
    /// <exception cref="ReleaseException">RT4351: a part written by hand does not end.</exception>
    public static string Of(string rendered, ChangelogFile file, FileSection? old, ImmutableArray<SectionItem> moved)
    {
        var parts = Parts(rendered.TrimEnd('\n'));
        var kept = Kept(file, old, parts).Concat(Marked(moved.SelectMany(item => item.Parts()), parts)).ToLookup(block => parts.Any(part => part.Title == block.Title) ? block.Title : parts[^1].Title, block => block.Text);
        var text = new StringBuilder();

        foreach (var (title, part) in parts)
        {
            text.Append(text.Length == 0 ? "" : "\n\n").Append(kept[title].Any() ? WithoutNothing(part.TrimEnd('\n')) : part.TrimEnd('\n'));

            foreach (var block in kept[title])
            {
                text.Append("\n\n").Append(block);
            }
        }

        return text.ToString().ReplaceLineEndings(file.LineEnd);
    }

    /// <summary>Where somebody wrote something, there is something.</summary>
    private static string WithoutNothing(string part) => part.EndsWith($"\n{MarkdownList.Nothing}", StringComparison.Ordinal) ? part[..^MarkdownList.Nothing.Length].TrimEnd('\n') : part;

    /// <summary>The text cut before each heading of the second kind; the first part, with the version's own, has no title.</summary>
    private static ImmutableArray<(string Title, string Text)> Parts(string rendered)
    {
        var headings = MarkdownHeadings.Of(rendered).Skip(1).ToArray();
        var starts = headings.Select(heading => heading.Start).Append(rendered.Length).ToArray();
        return [("", rendered[..starts[0]]), .. headings.Select((heading, index) => (heading.Text, rendered[heading.Start..starts[index + 1]]))];
    }

    private static IEnumerable<(string Title, string Text)> Kept(ChangelogFile file, FileSection? old, ImmutableArray<(string Title, string Text)> parts)
    {
        foreach (var block in file.Manual.Where(block => old is not null && block.Start > old.HeadingStart && block.Start < old.End))
        {
            if (!block.IsClosed || block.End > old!.End)
            {
                throw new ReleaseException(ChangelogFileDiagnostics.OpenBlock(file.Source.SpotAt(block.Start)));
            }

            var text = file.Source.Text[block.Start..block.End];
            var own = SectionItem.ReadAll(text).SelectMany(item => item.Parts()).ToArray();

            // The heading that it brought, while the section had none of that name.
            if (own.Any(item => item.Heading.Length > 0 && parts.Any(part => part.Title == item.Title)))
            {
                foreach (var part in Marked(own, parts))
                {
                    yield return part;
                }
            }
            else
            {
                yield return (file.HeadingsIn(old).LastOrDefault(heading => heading.Start < block.Start)?.Text ?? "", text);
            }
        }
    }

    /// <summary>Between two marks, with a heading where the section has none of that name.</summary>
    private static IEnumerable<(string Title, string Text)> Marked(IEnumerable<SectionItem> moved, ImmutableArray<(string Title, string Text)> parts) =>
        from item in moved
        group item by item.Title into under
        let isThere = parts.Any(part => part.Title == under.Key)
        orderby isThere descending
        select (under.Key, $"{ManualBlock.Opening}\n{(isThere ? "" : $"{under.First().Heading}\n\n")}{Joined(under.GroupBy(item => item.Under).OrderBy(group => group.Key.Length > 0).SelectMany(group => group))}\n{ManualBlock.Closing}");

    private static string Joined(IEnumerable<SectionItem> items)
    {
        var text = new StringBuilder();
        SectionItem? before = null;

        foreach (var item in items)
        {
            var heading = before is not null && item.Under.StartsWith(before.Under, StringComparison.Ordinal) ? item.Under[before.Under.Length..].TrimStart('\n') : item.Under;
            text.Append(before is null ? "" : before.IsOfList && item.IsOfList && heading.Length == 0 ? "\n" : "\n\n").Append(heading).Append(heading.Length == 0 ? "" : "\n\n").Append(item.Text);
            before = item;
        }

        return text.ToString();
    }
}
