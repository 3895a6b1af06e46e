using System.Text.Json;
using ReleaseTools.Changelog;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints a changelog as JSON, with the texts as their authors wrote them.</summary>
internal static class ChangelogAnswer
{
    public static void WriteJson(TextWriter output, Changelog.Changelog changelog) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("tag", changelog.Tag);
        writer.WritePropertyName("date");
        JsonText.WriteValue(writer, changelog.Date);
        writer.WritePropertyName("breaking");
        Write(writer, changelog.Breaking);
        writer.WritePropertyName("sections");
        writer.WriteStartArray();

        foreach (var section in changelog.Sections)
        {
            writer.WriteStartObject();
            writer.WriteString("title", section.Title);
            writer.WritePropertyName("entries");
            Write(writer, section.Entries);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("hidden", changelog.Hidden);
        writer.WriteNumber("notConventional", changelog.NotConventional);
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, IEnumerable<ChangelogEntry> entries)
    {
        writer.WriteStartArray();

        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("commit", entry.Commit.Hash);
            writer.WriteString("type", entry.Type);
            writer.WriteString("scope", entry.Scope);
            writer.WriteString("text", entry.Text);
            writer.WritePropertyName("breaking");
            JsonText.WriteValue(writer, entry.Breaking);
            writer.WritePropertyName("references");
            JsonText.WriteValue(writer, entry.References.Select(reference => reference.ToString()));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
