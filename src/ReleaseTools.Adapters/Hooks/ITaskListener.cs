using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Hears what becomes of tasks while they run: a terminal, or a document that is printed at the end.</summary>
internal interface ITaskListener
{
    void Skipped(HookTask task, string why);

    void Started(HookTask task);

    void Printed(HookTask task, string line, bool isError);

    /// <param name="task">The task.</param>
    /// <param name="exit">The exit code of its command.</param>
    /// <param name="isTakenBack">Whether the index is what it was before the run.</param>
    void Failed(HookTask task, int exit, bool isTakenBack);

    void Complained(Diagnostic diagnostic);
}
