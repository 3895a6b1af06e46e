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
        var date = changelog.Date?.ToString(style.DateFormat, CultureInfo.InvariantCulture) ?? "";
        var compare = changelog.Previous is { } previous ? style.Links?.Compare(previous, tag) ?? "" : "";

        return new(Render(template, version, tag, date, compare, style.Links?.Tag(tag) ?? ""), version);
    }

    /// <summary>What is empty has nothing to say.</summary>
    public static string Render(LineTemplate template, string version, string tag, string date, string compare, string release) => template.Render(placeholder => placeholder switch
    {
        "version" => MarkdownText.Inline(version),
        "tag" => MarkdownText.Inline(tag),
        "date" => date,
        "compare" => compare,
        _ => release,
    });
}
