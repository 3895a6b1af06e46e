using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Renderers;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints changelogs as JSON, with the texts as their authors wrote them.</summary>
internal static class ChangelogAnswer
{
    /// <param name="output">Where to.</param>
    /// <param name="told">The newest first.</param>
    /// <param name="style">What is known beside it.</param>
    /// <param name="isWhole">Whether a list was asked for, which may have one item.</param>
    /// <param name="remarks">What kept the site from being asked; null where it was not to be.</param>
    public static void WriteJson(TextWriter output, ImmutableArray<Changelog.Changelog> told, ChangelogStyle style, bool isWhole, ImmutableArray<Diagnostic>? remarks) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();

        if (isWhole)
        {
            JsonText.WriteObjects(writer, "releases", told, changelog => JsonRenderer.Members(writer, changelog, style));
        }
        else
        {
            JsonRenderer.Members(writer, told[0], style);
        }

        if (remarks is { } said)
        {
            writer.WritePropertyName("diagnostics");
            Reporter.Write(writer, said);
        }

        writer.WriteEndObject();
    });
}
