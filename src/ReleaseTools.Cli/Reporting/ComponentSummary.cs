using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints the changelogs of components under a summary of all of them.</summary>
internal static class ComponentSummary
{
    public static void Write(TextWriter output, ImmutableArray<Changelog.Changelog> told, IChangelogRenderer renderer, ChangelogStyle style)
    {
        var components = told.GroupBy(changelog => changelog.Component ?? "").ToArray();
        output.Write("# Components\n\n");

        foreach (var component in components)
        {
            output.Write($"- **{MarkdownText.Inline(component.Key)}:** {Sum([.. component])}\n");
        }

        foreach (var component in components)
        {
            output.Write($"\n# {MarkdownText.Inline(component.Key)}\n");

            foreach (var changelog in component)
            {
                output.Write('\n');
                output.Write(renderer.Render(changelog, style with { Level = 2 }));
            }
        }
    }

    private static string Sum(Changelog.Changelog[] told)
    {
        var (shown, breaking) = (told.Sum(changelog => changelog.Accounting.Shown), told.Sum(changelog => changelog.Breaking.Length));
        var since = told[^1].Previous is { } previous ? $" since {MarkdownText.Inline(previous)}" : "";
        var count = shown switch { 0 => "no notable changes", 1 => "1 change", _ => $"{shown} changes" };
        return $"{count}{since}{(breaking == 0 ? "" : $", {breaking} breaking")}";
    }
}
