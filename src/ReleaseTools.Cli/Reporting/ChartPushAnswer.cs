using ReleaseTools.Adapters.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says where a chart is now, and by which digest.</summary>
internal sealed record ChartPushAnswer(PushedChart Chart)
{
    public int Write(Terminal terminal)
    {
        terminal.Out.WriteLine(HarmlessText.Line($"{Chart.Place.With(Chart.Tag)}: {(Chart.WasThere ? "already there" : "pushed")}, {Chart.Digest}"));
        return new Reporter(terminal, json: false).Report(Chart.Remarks);
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("registry", Chart.Place.Registry.Text);
            writer.WriteString("repository", Chart.Place.Repository);
            writer.WriteString("tag", Chart.Tag);
            writer.WriteString("digest", Chart.Digest.Text);
            writer.WriteString("package", Chart.Package.Text);
            writer.WriteBoolean("pushed", !Chart.WasThere);
            writer.WritePropertyName("diagnostics");
            Reporter.Write(writer, Chart.Remarks);
            writer.WriteEndObject();
        });

        return (int)ExitCode.Done;
    }
}
