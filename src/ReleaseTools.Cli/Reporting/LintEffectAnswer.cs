using System.Text.Json;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints what checked messages do to the version and to the changelog.</summary>
internal static class LintEffectAnswer
{
    public static void Write(TextWriter output, LintEffect effect)
    {
        output.WriteLine(effect.Version);

        foreach (var (header, line) in effect.Lines)
        {
            output.WriteLine(HarmlessText.Line($"  {line ?? $"(not in the changelog) {header}"}"));
        }
    }

    public static void WriteJson(Utf8JsonWriter writer, LintEffect effect)
    {
        writer.WriteStartObject("effect");
        writer.WriteString("next", effect.Version.Version?.ToNormalizedString());
        writer.WriteString("bump", ChoiceName.Of(effect.Version.Bump));
        writer.WriteString("because", effect.Version.Why);
        JsonText.WriteObjects(writer, "changelog", effect.Lines, entry =>
        {
            writer.WriteString("header", entry.Header);
            writer.WriteString("line", entry.Line);
        });
        writer.WriteEndObject();
    }
}
