using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints diagnostics: a line each on standard error, or one JSON object as the answer.</summary>
internal sealed class Reporter(Terminal terminal, bool json)
{
    /// <returns>The exit code the gravest of them asks for.</returns>
    public int Report(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (json)
        {
            JsonAnswer.Write(terminal.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("diagnostics");
                Write(writer, diagnostics);
                writer.WriteEndObject();
            });
        }
        else
        {
            foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error || !terminal.IsQuiet))
            {
                terminal.Error.WriteLine(Coloured(diagnostic));
            }
        }

        return (int)diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Exit).DefaultIfEmpty(ExitCode.Done).Max();
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray();

        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            writer.WriteString("message", diagnostic.Message);

            if (diagnostic.Spot is { } spot)
            {
                writer.WriteString("file", spot.File);
                writer.WriteNumber("line", spot.Line);
                writer.WriteNumber("column", spot.Column);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private string Coloured(Diagnostic diagnostic)
    {
        // Files, branches and values are named as their authors named them.
        var line = HarmlessText.Line(diagnostic.ToString());
        var colour = diagnostic.Severity == Severity.Error ? "\e[31m" : "\e[33m";
        return terminal.HasColour ? $"{colour}{line}\e[0m" : line;
    }
}
