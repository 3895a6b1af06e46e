using ReleaseTools.Adapters.Ci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>What a CI host was told, or would be.</summary>
/// <param name="Host">Null outside of CI.</param>
/// <param name="Report">What there was to tell.</param>
/// <param name="Plan">How it is told.</param>
/// <param name="IsPrint">Whether it only is shown.</param>
/// <param name="IsWritten">Whether there was something to do, and all of it is done.</param>
internal sealed record CiAnswer(ICiHost? Host, CiReport Report, CiPlan Plan, bool IsPrint, bool IsWritten)
{
    public int Write(Terminal terminal, bool json, IReadOnlyList<Diagnostic> remarks)
    {
        if (json)
        {
            WriteJson(terminal, remarks);
        }
        else if (IsPrint)
        {
            foreach (var line in Plan.Steps.SelectMany(Show))
            {
                // A host would obey what is only shown.
                terminal.Out.WriteLine(HarmlessText.Line(line));
            }
        }
        else
        {
            foreach (var file in Plan.Steps.Select(FileOf).OfType<string>())
            {
                terminal.Note(HarmlessText.Line($"{Host!.Name}: written to {file}"));
            }
        }

        return json ? (int)ExitCode.Done : new Reporter(terminal, json: false).Report(remarks);
    }

    private void WriteJson(Terminal terminal, IReadOnlyList<Diagnostic> remarks) => JsonAnswer.Write(terminal.Out, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("host", Host is null ? null : CiHosts.Short(Host));
        writer.WriteBoolean("written", IsWritten);
        writer.WriteString("buildNumber", Report.BuildNumber);
        writer.WriteStartObject("variables");

        foreach (var variable in Report.Variables)
        {
            writer.WriteString(variable.Name, variable.Value);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("diagnostics");
        Reporter.Write(writer, remarks);
        writer.WriteEndObject();
    });

    private static IEnumerable<string> Show(CiStep step) => step switch
    {
        CiStep.Append append => [$"{append.File}:", .. Lines(append.Format.Missing("", append.Variables))],
        CiStep.AppendText append => [$"{append.File}:", .. Lines(append.Text)],
        CiStep.Replace replace => [$"{replace.File}:", .. Lines(replace.Text)],
        CiStep.Say say => [say.Line],
        CiStep.Start start => [$"{start.Program} {string.Join(' ', start.Arguments)}"],
        _ => [],
    };

    private static IEnumerable<string> Lines(string text) => text.TrimEnd('\n').Split('\n').Select(line => $"  {line}");

    private static string? FileOf(CiStep step) => step switch
    {
        CiStep.Append append => append.File,
        CiStep.AppendText append => append.File,
        CiStep.Replace replace => replace.File,
        _ => null,
    };
}
