using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells what becomes of tasks while they run, and as JSON once they have.</summary>
internal sealed class TaskAnswer(Terminal terminal, bool json, bool isVerbose) : ITaskListener
{
    private readonly List<(string Task, string State)> _states = [];

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

    public void Failed(HookTask task, int exit)
    {
        _states[^1] = (_states[^1].Task, "failed");

        if (!json)
        {
            new Reporter(terminal, json).Report([HookDiagnostics.TaskFailed(task.Spot, task.Name ?? "", exit)]);
        }
    }

    public void UnknownVariable(string name) => new Reporter(terminal, json: false).Report([HookDiagnostics.UnknownVariable(name)]);

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
            });
            writer.WriteEndObject();
        });
    }

    private void Tell(HookTask task, string state, string words)
    {
        _states.Add((task.Name ?? "", state));

        if (!json)
        {
            terminal.Note(HarmlessText.Line($"{task.Name}: {words}"));
        }
    }
}
