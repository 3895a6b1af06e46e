using System.Collections.Immutable;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Changelog;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says which files a changelog was written into or, in a check, which differ; or shows how they would change.</summary>
internal sealed record ChangelogFileAnswer(ImmutableArray<WrittenFile> Files, string Title, bool IsCheck, bool IsDiff)
{
    private ExitCode Exit => IsCheck && Different.Any() ? ExitCode.No : ExitCode.Done;

    private IEnumerable<WrittenFile> Different => Files.Where(file => !file.Edit.IsUpToDate);

    public int Write(Terminal terminal)
    {
        if (IsDiff)
        {
            WriteDiff(terminal);
        }
        else if (!IsCheck || !Different.Any())
        {
            foreach (var file in Files)
            {
                terminal.Out.WriteLine(HarmlessText.Line(file.Edit.IsUpToDate ? $"{file.Path}: nothing to do." : file.IsNew ? $"{file.Path} is written." : $"{file.Path}: wrote '{Title}'."));
            }
        }

        return IsCheck ? new Reporter(terminal, json: false).Report([.. Different.Select(Differs)]) : (int)ExitCode.Done;
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("check", IsCheck);
            writer.WriteBoolean("diff", IsDiff);
            writer.WriteBoolean("differs", Different.Any());
            JsonText.WriteObjects(writer, "files", Files, file =>
            {
                writer.WriteString("file", file.Path);
                writer.WriteBoolean("new", file.IsNew);
                writer.WriteBoolean("differs", !file.Edit.IsUpToDate);

                if (IsDiff)
                {
                    writer.WriteString("diff", file.Diff);
                }
            });

            if (IsCheck && Different.Any())
            {
                writer.WritePropertyName("diagnostics");
                Reporter.Write(writer, Different.Select(Differs));
            }

            writer.WriteEndObject();
        });

        return (int)Exit;
    }

    private Diagnostic Differs(WrittenFile file) => file.IsNotes ? ChangelogFileDiagnostics.NoNotes(file.Path) : ChangelogFileDiagnostics.Differs(file.Edit.Source.SpotAt(file.Edit.Spot), Title);

    /// <summary>A program gets the lines as they are, so that it can apply them; a person and a CI log get what harms neither.</summary>
    private void WriteDiff(Terminal terminal)
    {
        var diff = string.Concat(Different.Select(file => file.Diff));

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
}
