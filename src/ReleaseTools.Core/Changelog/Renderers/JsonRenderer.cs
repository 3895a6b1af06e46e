using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog.Renderers;

/// <summary><c>json</c>: all there is to know, with the texts as their authors wrote them.</summary>
internal sealed class JsonRenderer : IChangelogRenderer
{
    // What a script gets is no HTML, so '+' and 'ü' need no escape.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "json";

    public ImmutableArray<SectionRule> Rules { get; } = new ConventionalRenderer().Rules;

    public string? Preamble => null;

    public string Render(Changelog changelog, ChangelogStyle style)
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            Write(writer, changelog, style);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, Changelog changelog, ChangelogStyle style)
    {
        writer.WriteStartObject();
        writer.WriteString("component", changelog.Component);
        writer.WriteString("tag", changelog.Tag);
        writer.WriteString("version", changelog.VersionText);
        writer.WriteString("previous", changelog.Previous);
        writer.WriteString("last", changelog.Last?.Hash);
        writer.WritePropertyName("date");
        JsonText.WriteValue(writer, changelog.Date);
        writer.WriteString("compare", changelog is { Previous: { } previous, Tag: { } tag } ? style.Links?.Compare(previous, tag) : null);
        Entries(writer, "breaking", changelog.Breaking);
        Objects(writer, "sections", changelog.Sections, section =>
        {
            writer.WriteString("title", section.Title);
            Entries(writer, "entries", section.Entries);
        });
        People(writer, "contributors", changelog.Contributors);
        People(writer, "firstTimers", changelog.FirstTimers);
        Objects(writer, "published", style.Published, artefact =>
        {
            writer.WriteString("kind", ChoiceName.Of(artefact.Kind));
            writer.WriteString("name", artefact.Name);
            writer.WriteString("version", artefact.Version);
            writer.WriteString("digest", artefact.Digest);
        });
        Account(writer, changelog.Accounting);
        writer.WriteEndObject();
    }

    private static void Entries(Utf8JsonWriter writer, string name, ImmutableArray<ChangelogEntry> entries) => Objects(writer, name, entries, entry =>
    {
        writer.WriteString("commit", entry.Commit.Hash);
        writer.WriteString("type", entry.Type);
        writer.WriteString("scope", entry.Scope);
        writer.WriteString("text", entry.Text);
        Texts(writer, "breaking", entry.Breaking);
        Texts(writer, "references", entry.References.Select(reference => reference.ToString()));
        writer.WriteString("pullRequest", entry.PullRequest);
        Texts(writer, "advisories", entry.Advisories);
        Texts(writer, "also", entry.Also.Select(commit => commit.Hash));
        People(writer, "authors", entry.Authors);
        writer.WritePropertyName("update");

        if (entry.Update is { } update)
        {
            writer.WriteStartObject();
            writer.WriteString("name", update.Name);
            writer.WriteString("from", update.From);
            writer.WriteString("to", update.To);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }
    });

    private static void Account(Utf8JsonWriter writer, Accounting accounting)
    {
        writer.WriteNumber("hidden", accounting.Hidden);
        writer.WriteNumber("notConventional", accounting.NotConventional);
        writer.WriteStartObject("accounting");
        writer.WriteNumber("total", accounting.Total);
        writer.WriteNumber("shown", accounting.Shown);
        writer.WriteNumber("merged", accounting.Merged);
        writer.WriteNumber("cancelled", accounting.Cancelled);
        writer.WriteStartObject("hiddenBy");

        foreach (var (rule, count) in accounting.HiddenBy)
        {
            writer.WriteNumber(rule, count);
        }

        writer.WriteEndObject();
        Objects(writer, "commits", accounting.Commits, commit =>
        {
            writer.WriteString("commit", commit.Commit.Hash);
            writer.WriteString("header", commit.Header);
            writer.WriteString("fate", ChoiceName.Of(commit.Fate));
            writer.WriteString("why", commit.Why);
        });
        writer.WriteEndObject();
    }

    private static void People(Utf8JsonWriter writer, string name, ImmutableArray<Contributor> people) => Objects(writer, name, people, person =>
    {
        writer.WriteString("name", person.Name);
        writer.WriteString("email", person.Email);
        writer.WriteBoolean("bot", person.IsBot);
    });

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WritePropertyName(name);
        JsonText.WriteValue(writer, texts);
    }

    private static void Objects<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<T> members)
    {
        writer.WriteStartArray(name);

        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
