using System.Collections.Immutable;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>Puts files and the arguments of a run where a task's arguments name them.</summary>
/// <param name="task">The task.</param>
/// <param name="given">The arguments of the run.</param>
/// <param name="files">The selected files of a variable such as <c>staged</c>, from the repository's root, and whether they are staged; null where there is no such variable.</param>
/// <param name="root">The repository's.</param>
internal sealed class TaskArguments(HookTask task, IReadOnlyList<string> given, Func<string, (IReadOnlyList<string> Files, bool IsStaged)?> files, string root)
{
    private const string Open = "${";
    private const string Given = "${args}";
    private const string StagedList = "${staged:";

    /// <summary>The arguments; null where the task is for files and there is none of them.</summary>
    public ImmutableArray<TaskArgument>? Expand()
    {
        ImmutableArray<TaskArgument> expanded = [.. task.Args.SelectMany(Expand)];

        // Husky.Net's rule: fewer arguments than are written means that a variable was empty.
        return !task.NeedsStagedFile && TaskFileList.Join(expanded).Length < task.Args.Length ? null : expanded;
    }

    private IEnumerable<TaskArgument> Expand(string argument)
    {
        var word = argument.Trim();

        if (word.Equals(Given, StringComparison.OrdinalIgnoreCase))
        {
            return given.Select(one => new TaskArgument(one));
        }

        if (word.Contains(Given, StringComparison.OrdinalIgnoreCase) && given.Count > 0)
        {
            return [new(argument.Replace(Given, string.Join(' ', given), StringComparison.OrdinalIgnoreCase))];
        }

        if (word.IndexOf(StagedList, StringComparison.OrdinalIgnoreCase) is >= 0 and var start && word.IndexOf('}', start) is var end && end > start + StagedList.Length)
        {
            var list = new TaskFileList(word[..start], word[(start + StagedList.Length)..end], word[(end + 1)..]);
            return (files("staged")?.Files ?? []).Select(file => new TaskArgument(Named(file), file, IsStaged: true, list));
        }

        return word.StartsWith(Open, StringComparison.Ordinal) && word.EndsWith('}')
            ? files(word[Open.Length..^1]) is var (found, isStaged) ? found.Select(file => new TaskArgument(Named(file), file, isStaged)) : []
            : [new(argument)];
    }

    private string Named(string file) => task.IsAbsolute ? Path.GetFullPath(file, root) : file;
}
