using System.Text.Json;
using ReleaseTools.Git;
using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints how the height was counted, commit by commit.</summary>
internal static class HeightJson
{
    public static void Write(Utf8JsonWriter writer, VersionExplanation explanation)
    {
        var height = explanation.Height;
        writer.WriteStartObject("height");
        writer.WriteNumber("height", height.Height);
        writer.WriteString("place", JsonAnswer.Name(height.Options.Version!.HeightPosition));
        writer.WriteNumber("limit", VersionCalculator.HighestNumber);
        writer.WriteNumber("offset", height.Options.VersionHeightOffset ?? 0);
        writer.WriteString("offsetAppliesTo", height.Options.VersionHeightOffsetAppliesTo?.ToString());
        writer.WriteNumber("effectiveOffset", height.Options.EffectiveHeightOffset);
        writer.WriteString("commitInVersion", explanation.Version.VersionCommitId);
        JsonAnswer.WriteObjects(writer, "path", height.Path, step => WriteStep(writer, explanation, step));
        JsonAnswer.WriteObjects(writer, "merges", height.Merges, merge =>
        {
            writer.WriteString("id", merge.Commit.Hash);
            writer.WriteNumber("takenParent", merge.Taken + 1);
            JsonAnswer.WriteObjects(writer, "parents", merge.Sides, side => WriteSide(writer, side));
        });
        WriteEnd(writer, height);
        writer.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter writer, VersionExplanation explanation, HeightStep step)
    {
        ExplainJson.WriteCommit(writer, explanation, step.Commit);
        writer.WriteNumber("height", step.Height);
        writer.WriteBoolean("counts", step.Counts);

        if (step.Filters is { } filters)
        {
            writer.WritePropertyName("filters");
            JsonAnswer.WriteValue(writer, filters.Filters.Select(filter => filter.ToString()));
            JsonAnswer.WriteObjects(writer, "paths", explanation.Judge(step), verdict =>
            {
                writer.WriteString("path", verdict.Path);
                writer.WriteBoolean("counts", verdict.Counts);
                writer.WriteString("filter", verdict.Filter?.ToString());
            });
        }
    }

    private static void WriteEnd(Utf8JsonWriter writer, HeightEvidence height)
    {
        if (height.Path is not [.., var last])
        {
            writer.WriteNull("end");
            return;
        }

        writer.WriteStartObject("end");
        writer.WriteString("id", last.Commit.Hash);
        writer.WriteString("version", height.VersionAtEnd?.ToString());
        JsonAnswer.WriteObjects(writer, "parents", height.End, side => WriteSide(writer, side));
        writer.WriteString("cutAt", height.Cut?.Commit.Hash);
        writer.WritePropertyName("commitsToCut");
        JsonAnswer.WriteValue(writer, height.Cut?.Distance);
        writer.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter writer, HeightSide side)
    {
        writer.WriteString("id", side.Commit.Hash);
        writer.WritePropertyName("height");
        JsonAnswer.WriteValue(writer, side.Height);
        writer.WriteString("stop", side.Stop is { } stop ? JsonAnswer.Name(stop.Reason) : null);
        writer.WriteString("version", side.Stop?.Version?.ToString());
        writer.WriteString("fault", side.Stop?.Fault?.ToString());
    }
}
