using System.Text.Json;
using ReleaseTools.Text;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints which release a version follows, and what was made of it.</summary>
internal static class TagJson
{
    public static void Write(Utf8JsonWriter writer, VersionExplanation explanation, TagEvidence tags)
    {
        writer.WriteStartObject("tags");
        writer.WriteStartObject("found");
        WriteEnd(writer, tags.Found);
        writer.WriteEndObject();
        JsonText.WriteObjects(writer, "others", tags.Others, end => WriteEnd(writer, end));
        PathJson.Write(writer, explanation, tags.Path);
        writer.WriteBoolean("released", tags.IsReleased);
        writer.WriteString("next", tags.Next);
        writer.WriteString("floor", tags.Options.Version?.ToString());
        writer.WriteBoolean("raisedToFloor", tags.IsRaised);
        writer.WriteString("tagPrefix", tags.Options.Tags.Prefix);
        writer.WriteString("autoIncrement", ChoiceName.Of(tags.Options.Tags.AutoIncrement));
        writer.WriteString("prereleaseIdentifiers", tags.Options.Tags.PrereleaseIdentifiers);
        writer.WriteString("buildMetadata", tags.Options.Tags.BuildMetadata);
        writer.WriteBoolean("ignoreHeight", tags.Options.Tags.IgnoreHeight);
        writer.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter writer, TagEnd end)
    {
        writer.WriteString("id", end.Commit.Hash);
        writer.WriteString("tag", end.Tag);
        writer.WriteString("version", end.Version);
        writer.WriteNumber("height", end.Height);
    }
}
