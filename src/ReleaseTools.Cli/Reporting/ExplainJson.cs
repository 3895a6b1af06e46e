using System.Text.Json;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints all that is known of how a version came about, every list in full.</summary>
internal static class ExplainJson
{
    public static void Write(TextWriter output, VersionExplanation explanation) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("version", explanation.Version.SemVer2);
        writer.WriteString("scheme", ChoiceName.Of(explanation.Version.Scheme));
        writer.WriteStartObject("commit");
        WriteCommit(writer, explanation, explanation.Facts.Head.Id);
        writer.WriteEndObject();
        WriteFiles(writer, explanation);
        WriteScheme(writer, explanation);
        WriteCut(writer, explanation.Cut);
        WriteRef(writer, explanation);
        WritePublic(writer, explanation.Public);
        JsonText.WriteObjects(writer, "forms", explanation.Forms, form =>
        {
            writer.WriteString("name", form.Name);
            writer.WriteString("value", form.Value);
            JsonText.WriteObjects(writer, "parts", form.Parts, part =>
            {
                writer.WriteString("text", part.Text);
                writer.WriteString("meaning", part.Meaning);
            });
        });
        writer.WritePropertyName("diagnostics");
        Reporter.Write(writer, explanation.Version.Remarks);
        writer.WriteEndObject();
    });

    /// <summary>The members of a commit; only its name where nothing more was looked up.</summary>
    public static void WriteCommit(Utf8JsonWriter writer, VersionExplanation explanation, CommitId commit)
    {
        writer.WriteString("id", commit.Hash);

        if (explanation.Answers.Commits.TryGetValue(commit, out var summary))
        {
            writer.WriteString("date", summary.Date);
            writer.WriteString("author", summary.Author);
            writer.WriteString("subject", summary.Subject);
        }
    }

    private static void WriteFiles(Utf8JsonWriter writer, VersionExplanation explanation)
    {
        JsonText.WriteObjects(writer, "files", explanation.Files, file =>
        {
            writer.WriteString("path", file.Path);
            writer.WriteBoolean("inherits", file.Inherits);
            WriteValue(writer, "version", file.Version);
            WriteValue(writer, "prerelease", file.Prerelease);
        });
        writer.WriteBoolean("committed", explanation.IsCommitted);
        JsonText.WriteObjects(writer, "edits", explanation.Edits, edit =>
        {
            writer.WriteString("setting", edit.Setting);
            writer.WriteString("committed", edit.Committed);
            writer.WriteString("working", edit.Working);
            writer.WriteBoolean("restartsHeight", edit.Restarts);
        });
    }

    private static void WriteScheme(Utf8JsonWriter writer, VersionExplanation explanation)
    {
        if (explanation.Height is { } height)
        {
            HeightJson.Write(writer, explanation, height);
        }

        if (explanation.Tags is { } tags)
        {
            TagJson.Write(writer, explanation, tags);
        }
    }

    private static void WriteCut(Utf8JsonWriter writer, CutEvidence? cut)
    {
        writer.WriteBoolean("shallow", cut is not null);
        writer.WriteString("cutAt", cut?.Commit.Hash);
        writer.WritePropertyName("commitsToCut");
        JsonText.WriteValue(writer, cut?.Distance);
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, WrittenValue? value)
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("text", value.Text);
        writer.WriteNumber("line", value.Spot.Line);
        writer.WriteNumber("column", value.Spot.Column);
        writer.WriteEndObject();
    }

    private static void WriteRef(Utf8JsonWriter writer, VersionExplanation explanation)
    {
        writer.WriteStartObject("ref");
        writer.WriteString("name", explanation.Building.Name);
        writer.WriteString("checkedOut", explanation.Facts.Head.Ref);
        writer.WriteBoolean("pullRequest", explanation.Building.IsPullRequest);
        writer.WriteString("ciWord", ChoiceName.Of(explanation.Building.Ci));
        writer.WriteString("ciHost", explanation.Facts.Ci?.Host);
        writer.WriteString("ciRef", explanation.Facts.Ci?.Ref);
        writer.WriteString("ciCommit", explanation.Facts.Ci?.Commit);
        writer.WriteEndObject();
    }

    private static void WritePublic(Utf8JsonWriter writer, PublicEvidence evidence)
    {
        writer.WriteStartObject("public");
        writer.WriteBoolean("isPublic", evidence.IsPublic);
        writer.WriteString("reason", ChoiceName.Of(evidence.Reason));
        writer.WriteString("expression", evidence.Match?.Expression);
        writer.WriteString("matches", evidence.Match?.Name);
        writer.WritePropertyName("expressions");
        JsonText.WriteValue(writer, evidence.Expressions.AsEnumerable());
        writer.WritePropertyName("tags");
        JsonText.WriteValue(writer, evidence.Tags.AsEnumerable());
        writer.WriteEndObject();
    }
}
