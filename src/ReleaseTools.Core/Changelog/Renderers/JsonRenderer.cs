using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Changelog.Hosted;
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

    public LineTemplate? Title => null;

    public string Render(Changelog changelog, ChangelogStyle style)
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            Members(writer, changelog, style);
            writer.WriteEndObject();
        }

        return HarmlessText.Json(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))) + "\n";
    }

    /// <summary>What an object says of a changelog.</summary>
    public static void Members(Utf8JsonWriter writer, Changelog changelog, ChangelogStyle style)
    {
        writer.WriteString("component", changelog.Component);
        writer.WriteString("tag", changelog.Tag);
        writer.WriteString("version", changelog.Version?.ToNormalizedString());
        writer.WriteString("previous", changelog.Previous);
        writer.WritePropertyName("date");
        JsonText.WriteValue(writer, changelog.Date);
        Entries(writer, "breaking", changelog.Breaking);
        JsonText.WriteObjects(writer, "sections", changelog.Sections, section =>
        {
            writer.WriteString("title", section.Title);
            Entries(writer, "entries", section.Entries);
        });
        People(writer, "contributors", changelog.Contributors);
        writer.WriteNumber("hidden", changelog.Hidden);
        writer.WriteNumber("notConventional", changelog.NotConventional);
        Account(writer, changelog.Accounting);
        MembersIfKnown(writer, changelog, style);
    }

    private static void MembersIfKnown(Utf8JsonWriter writer, Changelog changelog, ChangelogStyle style)
    {
        if (changelog is { Previous: { } previous, Tag: { } tag } && style.Links is { } links)
        {
            writer.WriteString("compare", links.Compare(previous, tag));
        }

        if (changelog.FirstTimers is not [])
        {
            People(writer, "firstTimers", changelog.FirstTimers);
        }

        if (style.Published is not [])
        {
            JsonText.WriteObjects(writer, "published", style.Published, artefact =>
            {
                writer.WriteString("kind", ChoiceName.Of(artefact.Kind));
                writer.WriteString("name", artefact.Name);
                writer.WriteString("version", artefact.Version);
                writer.WriteString("digest", artefact.Digest);
            });
        }
    }

    private static void Entries(Utf8JsonWriter writer, string name, ImmutableArray<ChangelogEntry> entries) => JsonText.WriteObjects(writer, name, entries, entry =>
    {
        writer.WriteString("commit", entry.Commit.Hash);
        writer.WriteString("type", entry.Type);
        writer.WriteString("scope", entry.Scope);
        writer.WriteString("text", entry.Text);
        Texts(writer, "breaking", entry.Breaking);
        Texts(writer, "references", entry.References.Select(reference => reference.ToString()));
        Texts(writer, "advisories", entry.Advisories);
        writer.WriteString("pullRequest", entry.PullRequest);
        Texts(writer, "also", entry.Also.Select(commit => commit.Hash));
        People(writer, "authors", entry.Authors);

        if (entry.Items is not [])
        {
            JsonText.WriteObjects(writer, "items", entry.Items, item => Item(writer, item));
        }
    });

    private static void Item(Utf8JsonWriter writer, HostedItem item)
    {
        writer.WriteString("number", item.Number);
        writer.WriteString("kind", ChoiceName.Of(item.Kind));
        writer.WriteString("title", item.Title);
        writer.WriteString("author", item.Author?.Name);
        Texts(writer, "labels", item.Labels);
    }

    private static void Account(Utf8JsonWriter writer, Accounting accounting)
    {
        writer.WriteStartObject("accounting");
        writer.WriteNumber("commits", accounting.Total);
        writer.WriteNumber("shown", accounting.Shown);
        writer.WriteStartObject("hidden");

        foreach (var (rule, count) in accounting.HiddenBy)
        {
            writer.WriteNumber(rule, count);
        }

        writer.WriteEndObject();
        writer.WriteNumber("merged", accounting.Merged);
        writer.WriteNumber("cancelled", accounting.Cancelled);
        writer.WriteNumber("notConventional", accounting.NotConventional);

        if (accounting.Commits is not [])
        {
            JsonText.WriteObjects(writer, "explained", accounting.Commits, commit =>
            {
                writer.WriteString("commit", commit.Commit.Hash);
                writer.WriteString("header", commit.Header);
                writer.WriteString("fate", ChoiceName.Of(commit.Fate));
                writer.WriteString("why", commit.Why);
            });
        }

        writer.WriteEndObject();
    }

    private static void People(Utf8JsonWriter writer, string name, ImmutableArray<Contributor> people) => JsonText.WriteObjects(writer, name, people, person =>
    {
        writer.WriteString("name", person.Name);
        writer.WriteString("email", person.Email);

        if (person.Account is { } account)
        {
            writer.WriteString("login", account.Name);
        }
    });

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WritePropertyName(name);
        JsonText.WriteValue(writer, texts);
    }
}
