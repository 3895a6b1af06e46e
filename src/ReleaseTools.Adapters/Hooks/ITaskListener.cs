using ReleaseTools.Hooks.Tasks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Hears what becomes of tasks while they run: a terminal, or a document that is printed at the end.</summary>
internal interface ITaskListener
{
    void Skipped(HookTask task, string why);

    void Started(HookTask task);

    void Printed(HookTask task, string line, bool isError);

    void Failed(HookTask task, int exit);

    void UnknownVariable(string name);
}
