using System.Text.Json;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>values.schema.json is JSON. Whether the values are as it says, is for Helm to tell.</summary>
internal sealed class ValuesSchema : IChartRule
{
    private const string FileName = "values.schema.json";

    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        if (chart.Source.Find(FileName) is not { } file)
        {
            return [];
        }

        var content = file.Content.Span;
        var reader = new Utf8JsonReader(content.StartsWith("\uFEFF"u8) ? content[3..] : content, new JsonReaderOptions { MaxDepth = 1000 });

        try
        {
            while (reader.Read())
            {
                // Nothing is kept: how deep it goes costs no memory.
            }

            return [];
        }
        catch (JsonException odd)
        {
            return [ChartDiagnostics.NotASchema(new(chart.Source.NameOf(FileName), (int)(odd.LineNumber ?? 0) + 1, (int)(odd.BytePositionInLine ?? 0) + 1))];
        }
    }
}
