using System.Collections.Immutable;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says which charts an index lists.</summary>
/// <param name="File">As the user would name it.</param>
/// <param name="Charts">Those that were found.</param>
/// <param name="Listed">How many versions it lists.</param>
/// <param name="IsWritten">Whether the file changed.</param>
/// <param name="Remarks">Files that were passed over.</param>
internal sealed record ChartIndexAnswer(string File, ImmutableArray<IndexedChart> Charts, int Listed, bool IsWritten, ImmutableArray<Diagnostic> Remarks)
{
    public int Write(Terminal terminal)
    {
        foreach (var chart in Charts)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{chart.Metadata.Name} {chart.Metadata.Version}: {chart.Url}"));
        }

        terminal.Out.WriteLine(HarmlessText.Line($"{File}: {(IsWritten ? "written" : "nothing to do")}, {(Listed == 1 ? "1 chart" : $"{Listed} charts")} listed."));
        return new Reporter(terminal, json: false).Report(Remarks);
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("file", File);
            writer.WriteBoolean("written", IsWritten);
            writer.WriteNumber("listed", Listed);

            JsonText.WriteObjects(writer, "charts", Charts, chart =>
            {
                writer.WriteString("name", chart.Metadata.Name);
                writer.WriteString("version", chart.Metadata.Version);
                writer.WriteString("url", chart.Url);
                writer.WriteString("digest", chart.Digest.Text);
                writer.WriteString("created", IndexedChart.Text(chart.Created));
            });

            writer.WritePropertyName("diagnostics");
            Reporter.Write(writer, Remarks);
            writer.WriteEndObject();
        });

        return (int)ExitCode.Done;
    }
}
