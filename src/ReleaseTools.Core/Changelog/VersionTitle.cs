using System.Globalization;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The heading of a version.</summary>
/// <param name="Text">In Markdown.</param>
/// <param name="Anchor">The name under which a page can be opened there, or null where it is not released.</param>
internal sealed record VersionTitle(string Text, string? Anchor)
{
    /// <summary>What stands in the place of a version that is not there yet.</summary>
    public const string Unreleased = "Unreleased";

    /// <param name="changelog">What is told.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="usual">How the form writes it where the style does not say.</param>
    public static VersionTitle Of(Changelog changelog, ChangelogStyle style, LineTemplate usual)
    {
        var template = style.Title ?? usual;

        if (changelog.Tag is not { } tag)
        {
            return new(template.IsReference ? $"[{Unreleased}]" : Unreleased, null);
        }

        var version = changelog.VersionText ?? tag;

        return new(
            template.Render(placeholder => placeholder switch
            {
                "version" => MarkdownText.Inline(version),
                "tag" => MarkdownText.Inline(tag),
                "date" => changelog.Date?.ToString(style.DateFormat, CultureInfo.InvariantCulture) ?? "",
                "compare" => changelog.Previous is { } previous ? style.Links?.Compare(previous, tag) ?? "" : "",
                _ => style.Links?.Tag(tag) ?? "",
            }),
            version);
    }
}
