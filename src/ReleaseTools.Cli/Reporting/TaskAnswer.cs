using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells what becomes of tasks while they run, and as JSON once they have.</summary>
internal sealed class TaskAnswer(Terminal terminal, bool json, bool isVerbose) : ITaskListener
{
    private readonly List<(string Task, string State, int? Exit)> _states = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public void Skipped(HookTask task, string why) => Tell(task, "skipped", $"skipped, {why}.");

    public void Started(HookTask task) => Tell(task, "done", "…");

    /// <summary>As the command writes it: it is the repository's own, and its colours are meant.</summary>
    public void Printed(HookTask task, string line, bool isError)
    {
        if (task.Output == TaskOutput.Always || (task.Output == TaskOutput.Verbose && isVerbose))
        {
            (isError || json ? terminal.Error : terminal.Out).WriteLine(line);
        }
    }

    public void Failed(HookTask task, int exit, bool isTakenBack)
    {
        _states[^1] = (_states[^1].Task, "failed", exit);
        Complained(HookDiagnostics.TaskFailed(task.Spot, task.Name ?? "", exit, isTakenBack));
    }

    /// <summary>At once, and in the document as well: what ends a run before its end leaves none.</summary>
    public void Complained(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        new Reporter(terminal, json: false).Report([diagnostic]);
    }

    public void Close(bool isDone)
    {
        if (!json)
        {
            return;
        }

        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("done", isDone);
            JsonText.WriteObjects(writer, "tasks", _states, state =>
            {
                writer.WriteString("name", state.Task);
                writer.WriteString("state", state.State);

                if (state.Exit is { } exit)
                {
                    writer.WriteNumber("exitCode", exit);
                }
            });
            writer.WritePropertyName("diagnostics");
            Reporter.Write(writer, _diagnostics);
            writer.WriteEndObject();
        });
    }

    private void Tell(HookTask task, string state, string words)
    {
        _states.Add((task.Name ?? "", state, null));

        if (!json)
        {
            terminal.Note(HarmlessText.Line($"{task.Name}: {words}"));
        }
    }
}
