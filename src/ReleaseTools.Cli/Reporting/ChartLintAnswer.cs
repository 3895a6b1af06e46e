using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says what was found in charts.</summary>
internal sealed record ChartLintAnswer(ImmutableArray<CheckedChart> Charts)
{
    public int Write(Terminal terminal)
    {
        var exit = new Reporter(terminal, json: false).Report([.. Charts.SelectMany(chart => chart.Findings)]);

        foreach (var chart in Charts)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{chart.Place}: {Count(chart.Errors, "error")}, {Count(chart.Warnings, "warning")}"));
        }

        return exit;
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();

            JsonText.WriteObjects(writer, "charts", Charts, chart =>
            {
                writer.WriteString("chart", chart.Place);
                writer.WriteBoolean("valid", chart.Errors == 0);
                writer.WritePropertyName("diagnostics");
                Reporter.Write(writer, chart.Findings);
            });

            writer.WriteEndObject();
        });

        return (int)(Charts.All(chart => chart.Errors == 0) ? ExitCode.Done : ExitCode.No);
    }

    private static string Count(int number, string word) => number switch
    {
        0 => $"no {word}s",
        1 => $"1 {word}",
        _ => $"{number} {word}s",
    };
}
