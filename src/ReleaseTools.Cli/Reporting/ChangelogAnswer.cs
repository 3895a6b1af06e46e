using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Changelog;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints a changelog as JSON, with the texts as their authors wrote them.</summary>
internal static class ChangelogAnswer
{
    /// <param name="output">Where to.</param>
    /// <param name="told">The newest first.</param>
    /// <param name="isWhole">Whether a list was asked for, which may have one item.</param>
    public static void WriteJson(TextWriter output, ImmutableArray<Changelog.Changelog> told, bool isWhole) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();

        if (isWhole)
        {
            JsonAnswer.WriteObjects(writer, "releases", told, changelog => Members(writer, changelog));
        }
        else
        {
            Members(writer, told[0]);
        }

        writer.WriteEndObject();
    });

    private static void Members(Utf8JsonWriter writer, Changelog.Changelog changelog)
    {
        writer.WriteString("component", changelog.Component);
        writer.WriteString("tag", changelog.Tag);
        writer.WriteString("version", changelog.Version?.ToNormalizedString());
        writer.WriteString("previous", changelog.Previous);
        writer.WritePropertyName("date");
        JsonText.WriteValue(writer, changelog.Date);
        writer.WritePropertyName("breaking");
        Write(writer, changelog.Breaking);

        JsonAnswer.WriteObjects(writer, "sections", changelog.Sections, section =>
        {
            writer.WriteString("title", section.Title);
            writer.WritePropertyName("entries");
            Write(writer, section.Entries);
        });

        JsonAnswer.WriteObjects(writer, "contributors", changelog.Contributors, person => Members(writer, person));
        writer.WriteNumber("hidden", changelog.Hidden);
        writer.WriteNumber("notConventional", changelog.NotConventional);
        writer.WritePropertyName("accounting");
        ChangelogAccount.WriteJson(writer, changelog.Accounting);
    }

    private static void Members(Utf8JsonWriter writer, Contributor person)
    {
        writer.WriteString("name", person.Name);
        writer.WriteString("email", person.Email);
    }

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
            writer.WritePropertyName("advisories");
            JsonText.WriteValue(writer, entry.Advisories);
            writer.WriteString("pullRequest", entry.PullRequest);
            writer.WritePropertyName("also");
            JsonText.WriteValue(writer, entry.Also.Select(commit => commit.Hash));
            JsonAnswer.WriteObjects(writer, "authors", entry.Authors, person => Members(writer, person));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
