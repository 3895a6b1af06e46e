using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The new text of a section, with what was written by hand in the old one.</summary>
internal static class SectionText
{
    /// <param name="rendered">What the renderer wrote.</param>
    /// <param name="file">The file it goes into.</param>
    /// <param name="old">The section it replaces, or null.</param>
    /// <returns>With the file's line ends, none at the end.</returns>
    /// <exception cref="ReleaseException">RT4351: a part written by hand does not end.</exception>
    public static string Of(string rendered, ChangelogFile file, FileSection? old)
    {
        var parts = Parts(rendered.TrimEnd('\n'));
        var kept = Kept(file, old).ToLookup(block => parts.Any(part => part.Title == block.Title) ? block.Title : parts[^1].Title, block => block.Text);
        var text = new StringBuilder();

        foreach (var (title, part) in parts)
        {
            text.Append(text.Length == 0 ? "" : "\n\n").Append(part.TrimEnd('\n'));

            foreach (var block in kept[title])
            {
                text.Append("\n\n").Append(block);
            }
        }

        return text.ToString().ReplaceLineEndings(file.LineEnd);
    }

    /// <summary>The text cut before each heading of the second kind; the first part, with the version's own, has no title.</summary>
    private static ImmutableArray<(string Title, string Text)> Parts(string rendered)
    {
        var headings = MarkdownHeadings.Of(rendered).Skip(1).ToArray();
        var starts = headings.Select(heading => heading.Start).Append(rendered.Length).ToArray();
        return [("", rendered[..starts[0]]), .. headings.Select((heading, index) => (heading.Text, rendered[heading.Start..starts[index + 1]]))];
    }

    private static IEnumerable<(string Title, string Text)> Kept(ChangelogFile file, FileSection? old)
    {
        foreach (var block in file.Manual.Where(block => old is not null && block.Start > old.HeadingStart && block.Start < old.End))
        {
            if (!block.IsClosed || block.End > old!.End)
            {
                throw new ReleaseException(ChangelogFileDiagnostics.OpenBlock(file.Source.SpotAt(block.Start)));
            }

            yield return (file.HeadingsIn(old).LastOrDefault(heading => heading.Start < block.Start)?.Text ?? "", file.Source.Text[block.Start..block.End]);
        }
    }
}
