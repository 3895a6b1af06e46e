using System.Text.Json;
using ReleaseTools.Text;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints the path that was counted, commit by commit, with the filters that decided.</summary>
internal static class PathJson
{
    public static void Write(Utf8JsonWriter writer, VersionExplanation explanation, IEnumerable<PathStep> path) => JsonText.WriteObjects(writer, "path", path, step =>
    {
        ExplainJson.WriteCommit(writer, explanation, step.Commit);
        writer.WriteNumber("height", step.Height);
        writer.WriteBoolean("counts", step.Counts);

        if (step.Filters is { } filters)
        {
            writer.WritePropertyName("filters");
            JsonText.WriteValue(writer, filters.Filters.Select(filter => filter.ToString()));
            JsonText.WriteObjects(writer, "paths", explanation.Judge(step), verdict =>
            {
                writer.WriteString("path", verdict.Path);
                writer.WriteBoolean("counts", verdict.Counts);
                writer.WriteString("filter", verdict.Filter?.ToString());
            });
        }
    });
}
