using System.Collections.Immutable;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says which values were written or, in a check, which differ; or shows how the files would change.</summary>
internal sealed record StampAnswer(StampSet Stamps, bool IsCheck, bool IsDiff)
{
    private ImmutableArray<StampPlan> Plans => Stamps.Plans;

    private ImmutableArray<StampPlan> Different { get; } = [.. Stamps.Plans.Where(plan => !plan.IsUpToDate)];

    private ExitCode Exit => IsCheck && (Different is not [] || Stamps.Strays is not []) ? ExitCode.No : ExitCode.Done;

    public int Write(Terminal terminal)
    {
        var rows = SideBySide.Select(Different, RowsOf).SelectMany(rows => rows).ToArray();

        if (IsDiff)
        {
            WriteDiff(terminal);
        }
        else if (rows is [])
        {
            var files = Plans.Length == 1 ? $"{Plans[0].Source.Path} says" : $"{Plans.Length} files say";
            terminal.Out.WriteLine(HarmlessText.Line($"{(Stamps.Strays is [] ? "Nothing to do: " : "")}{files} {string.Join(" or ", Plans.Select(plan => plan.Version).Distinct())}."));
        }
        else if (terminal.IsInteractive)
        {
            TableAnswer.Write(terminal.Out, ["file", "value", IsCheck ? "found" : "was", IsCheck ? "expected" : "is"], rows);
        }
        else
        {
            // In one piece: there may be thousands.
            terminal.Out.Write(string.Concat(rows.Select(row => $"{Line(row)}{terminal.Out.NewLine}")));
        }

        return new Reporter(terminal, json: false).Report(Exit == ExitCode.Done
            ? Stamps.Remarks
            : [.. Stamps.Remarks, .. Stamps.Strays, .. Different is [] ? [] : new[] { StampDiagnostics.Differs(rows.Length, Different.Length) }]);
    }

    private static string[][] RowsOf(StampPlan plan) =>
        [.. plan.Differences.Select(value => new[] { plan.Source.SpotAt(value.Start).ToString(), value.Key, value.Found, value.Expected })];

    private string Line(string[] row) =>
        HarmlessText.Line(IsCheck ? $"{row[0]}: {row[1]} is '{row[2]}', expected '{row[3]}'" : $"{row[0]}: {row[1]} was '{row[2]}', is '{row[3]}'");

    /// <summary>A program gets the lines as they are, so that it can apply them; a person and a CI log get what harms neither.</summary>
    private void WriteDiff(Terminal terminal)
    {
        var diff = string.Concat(Different.Select(StampDiff.Of));

        if (!terminal.IsInteractive && !CiHosts.IsCi(terminal.Variable))
        {
            terminal.Out.Write(diff);
            return;
        }

        foreach (var line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            terminal.Out.WriteLine(HarmlessText.Line(line.TrimEnd('\r')));
        }
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("check", IsCheck);
            writer.WriteBoolean("diff", IsDiff);
            writer.WriteBoolean("differs", Exit == ExitCode.No || Different is not []);
            writer.WriteStartArray("files");

            foreach (var plan in Plans)
            {
                writer.WriteStartObject();
                writer.WriteString("file", plan.Source.Path);
                writer.WriteBoolean("differs", !plan.IsUpToDate);

                if (IsDiff)
                {
                    writer.WriteString("diff", StampDiff.Of(plan));
                }

                writer.WriteStartArray("values");

                foreach (var value in plan.Values)
                {
                    var spot = plan.Source.SpotAt(value.Start);
                    writer.WriteStartObject();
                    writer.WriteString("key", value.Key);
                    writer.WriteNumber("line", spot.Line);
                    writer.WriteNumber("column", spot.Column);
                    writer.WriteString("found", value.Found);
                    writer.WriteString("expected", value.Expected);
                    writer.WriteBoolean("differs", value.Edit is not null);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();

            if (Stamps.Remarks is not [] || Stamps.Strays is not [])
            {
                writer.WritePropertyName("diagnostics");
                Reporter.Write(writer, [.. Stamps.Remarks, .. Stamps.Strays]);
            }

            writer.WriteEndObject();
        });

        return (int)Exit;
    }
}
