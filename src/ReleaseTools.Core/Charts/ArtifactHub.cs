using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>
/// The annotations by which Artifact Hub shows what changed in a chart and which images it starts, as
/// https://artifacthub.io/docs/topics/annotations/helm/ describes them. What a chart says itself stays.
/// </summary>
internal static class ArtifactHub
{
    private const string Annotations = "annotations";
    private const string Changes = "artifacthub.io/changes";
    private const string Images = "artifacthub.io/images";

    /// <exception cref="ReleaseException">RT3033: there is no line to put them on.</exception>
    public static ChartYaml Annotate(ChartYaml chart, ImmutableArray<ChartChange> changes, ImmutableArray<ChartImage> images)
    {
        var lists = new (string Key, ImmutableArray<JsonObject> Items)[]
        {
            (Changes, [.. changes.Select(change => new JsonObject { ["kind"] = change.Kind, ["description"] = change.Description })]),
            (Images, [.. images.Select(image => new JsonObject { ["name"] = image.Name, ["image"] = image.Reference })]),
        };

        return lists.Where(list => list.Items is not [] && !Says(chart, list.Key))
            .Aggregate(chart, (annotated, list) => ChartYaml.Parse(annotated.Source.With(Add(annotated, list.Key, list.Items))));
    }

    private static bool Says(ChartYaml chart, string key) => chart.Find(Annotations) is { } own && YamlLocator.Find(chart.Source, own, key) is not null;

    private static TextEdit[] Add(ChartYaml chart, string key, ImmutableArray<JsonObject> items)
    {
        var lineEnd = chart.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var annotations = YamlLocator.Find(chart.Source, chart.Root, Annotations);

        // Before the first entry there is a line's beginning in any case, and below the last one there may be anything.
        if (annotations is null)
        {
            var (start, column) = FirstEntry(chart, chart.Root);
            return [new(start, 0, $"{Annotations}:{lineEnd}{Blanks(column + 2)}{Text(column + 2)}{Blanks(column)}")];
        }

        if (YamlScalar.IsNull(annotations))
        {
            var (_, column) = FirstEntry(chart, chart.Root);
            var end = chart.Source.Text.AsSpan(annotations.Start).IndexOfAny('\r', '\n') is >= 0 and var rest ? annotations.Start + rest : chart.Source.Text.Length;
            var lines = Text(column + 2);
            return [new(annotations.Start, annotations.Length, ""), new(end, 0, $"{lineEnd}{Blanks(column + 2)}{(end < chart.Source.Text.Length ? lines[..^lineEnd.Length] : lines)}")];
        }

        var (first, depth) = FirstEntry(chart, annotations);
        return [new(first, 0, Text(depth) + Blanks(depth))];

        string Text(int column) => $"{key}: |{lineEnd}{items.Aggregate(new YamlWriter(lineEnd), (list, item) => list.Item(item, column + 2))}";
    }

    /// <summary>Where a mapping that is written in lines begins, and in which column.</summary>
    private static (int Start, int Column) FirstEntry(ChartYaml chart, YamlNode mapping)
    {
        var text = chart.Source.Text;

        if (mapping is not { Kind: YamlKind.Mapping, Entries: [var (key, _), ..] })
        {
            throw new ReleaseException(StampDiagnostics.NoLines(chart.Source.SpotAt(mapping.Start)));
        }

        var start = text.LastIndexOfAny(['\n', '\r'], Math.Max(0, key.Start - 1), Math.Max(0, key.Start)) + 1;

        return text.AsSpan(start, key.Start - start).Trim(' ').Length == 0
            ? (key.Start, key.Start - start)
            : throw new ReleaseException(StampDiagnostics.NoLines(chart.Source.SpotAt(mapping.Start)));
    }

    private static string Blanks(int count) => new(' ', count);
}
