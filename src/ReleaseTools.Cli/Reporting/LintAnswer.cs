using System.Text.Json;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints what the rules found: each finding as a diagnostic, then the line it speaks of with a caret, then the line as it could be.</summary>
internal sealed class LintAnswer(Terminal terminal)
{
    /// <summary>As much of a line as a terminal shows.</summary>
    private const int Width = 120;

    public void Write(LintReport report)
    {
        foreach (var line in report.Ordered.GroupBy(finding => finding.Diagnostic.Spot!.Line))
        {
            new Reporter(terminal, json: false).Report([.. line.Select(finding => finding.Diagnostic)]);
            var text = report.Text.Lines.First(each => each.Number == line.Key).Text;
            Show(text, line.Select(finding => finding.Diagnostic.Spot!.Column - 1));

            if (line.Key == report.Text.Lines[0].Number && report.CorrectedHeader is { } corrected)
            {
                terminal.Error.WriteLine($"  | {HarmlessText.From(corrected)}   <- like this");
            }
        }
    }

    public static void WriteJson(Utf8JsonWriter writer, IEnumerable<LintReport> reports)
    {
        writer.WriteStartArray();

        foreach (var report in reports)
        {
            writer.WriteStartObject();
            writer.WriteString("name", report.Text.Name);
            writer.WriteString("header", report.Text.Lines is [var header, ..] ? header.Text : "");
            writer.WriteBoolean("valid", report.IsValid);
            writer.WriteBoolean("ignored", report.IsIgnored);
            writer.WriteString("corrected", report.CorrectedHeader);
            writer.WritePropertyName("rules");
            writer.WriteStartArray();

            foreach (var finding in report.Ordered)
            {
                writer.WriteStringValue(finding.Rule);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("diagnostics");
            Reporter.Write(writer, report.Ordered.Select(finding => finding.Diagnostic));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The line with a bar before it, so that a log takes none of it for a command.</summary>
    private void Show(string line, IEnumerable<int> columns)
    {
        var places = columns.Distinct().Order().ToArray();
        var start = Math.Max(0, Math.Min(places[0], line.Length) - (Width / 2));
        start = line.Length <= Width ? 0 : start;
        var end = Math.Min(line.Length, start + Width);
        var carets = string.Concat(Enumerable.Range(start, Width + 1).Where(place => place <= line.Length)
            .Where(place => place == line.Length || !char.IsLowSurrogate(line[place]))
            .Select(place => places.Contains(place) ? '^' : ' ')).TrimEnd();

        terminal.Error.WriteLine($"  | {HarmlessText.From(line[start..end])}");
        terminal.Error.WriteLine($"  | {carets}");
    }
}
