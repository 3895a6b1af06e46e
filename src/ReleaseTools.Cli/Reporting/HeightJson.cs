using System.Text.Json;
using ReleaseTools.Text;
using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints how the height was counted, and what became of it.</summary>
internal static class HeightJson
{
    public static void Write(Utf8JsonWriter writer, VersionExplanation explanation, HeightEvidence height)
    {
        writer.WriteStartObject("height");
        writer.WriteNumber("height", height.Height);
        writer.WriteString("place", ChoiceName.Of(height.Options.Version!.HeightPosition));
        writer.WriteNumber("limit", VersionCalculator.HighestNumber);
        writer.WriteNumber("offset", height.Options.VersionHeightOffset ?? 0);
        writer.WriteString("offsetAppliesTo", height.Options.VersionHeightOffsetAppliesTo?.ToString());
        writer.WriteNumber("effectiveOffset", height.Options.EffectiveHeightOffset);
        writer.WriteString("commitInVersion", explanation.Version.VersionCommitId);
        PathJson.Write(writer, explanation, height.Path);
        JsonText.WriteObjects(writer, "merges", height.Merges, merge =>
        {
            writer.WriteString("id", merge.Commit.Hash);
            writer.WriteNumber("takenParent", merge.Taken + 1);
            JsonText.WriteObjects(writer, "parents", merge.Sides, side => WriteSide(writer, side));
        });
        WriteEnd(writer, height);
        writer.WriteEndObject();
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
        JsonText.WriteObjects(writer, "parents", height.End, side => WriteSide(writer, side));
        writer.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter writer, HeightSide side)
    {
        writer.WriteString("id", side.Commit.Hash);
        writer.WritePropertyName("height");
        JsonText.WriteValue(writer, side.Height);
        writer.WriteString("stop", side.Stop is { } stop ? ChoiceName.Of(stop.Reason) : null);
        writer.WriteString("version", side.Stop?.Version?.ToString());
        writer.WriteString("fault", side.Stop?.Fault?.ToString());
    }
}
