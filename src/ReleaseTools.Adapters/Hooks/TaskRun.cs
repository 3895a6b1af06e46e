using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Runs the tasks of a repository's task-runner.json, one after the other, up to the first that fails.</summary>
/// <param name="repository">The repository.</param>
/// <param name="arguments">What the user gives to the tasks that ask for it.</param>
/// <param name="listener">Hears of every task, and every line it prints.</param>
internal sealed class TaskRun(GitRepository repository, IReadOnlyList<string> arguments, ITaskListener listener)
{
    private readonly HashSet<Diagnostic> _complaints = [];

    /// <summary>Whether a file that is staged in part is one file to commands, as it is on disk.</summary>
    public bool IgnoresParts { get; init; }

    /// <summary>The tasks of a name, a group and the branch that is checked out; all where neither is given.</summary>
    /// <exception cref="ReleaseException">RT4210, RT4211, RT4214, RT4215, RT4219 or RT4220: the file is not there, or wrong, or has no such task.</exception>
    public static TaskRunnerFile Read(GitRepository repository, string? name, string? group)
    {
        var path = new[] { Path.Combine(repository.Root, ".husky"), Path.GetFullPath(repository.Git.Output("rev-parse", "--path-format=absolute", "--git-path", "hooks").TrimEnd('\n'), repository.Root) }
            .Select(folder => Path.Combine(folder, TaskRunnerFile.Name)).FirstOrDefault(File.Exists)
            ?? throw new ReleaseException(HookDiagnostics.NoTasks(Path.Combine(".husky", TaskRunnerFile.Name)));

        var shown = Path.GetRelativePath(repository.Root, path).Replace('\\', '/');
        var file = TaskRunnerFile.Parse(SourceText.Parse(shown, File.ReadAllBytes(path)), OperatingSystem.IsWindows());
        var inGroup = file.Tasks.Where(task => Is(task.Group, group)).ToArray();

        if (group is not null && inGroup.Length == 0)
        {
            throw new ReleaseException(HookDiagnostics.NoSuchTaskGroup(shown, group, file.Tasks.Select(task => task.Group).OfType<string>()));
        }

        var chosen = inGroup.Where(task => Is(task.Name, name)).ToArray();

        if (name is not null && chosen.Length == 0)
        {
            throw new ReleaseException(HookDiagnostics.NoSuchTask(shown, name, inGroup.Select(task => task.Name).OfType<string>()));
        }

        var branch = new Lazy<string>(() => repository.Git.Output("branch", "--show-current").TrimEnd('\n'));

        return file with { Tasks = [.. chosen.Where(task => string.IsNullOrEmpty(task.Branch) || BranchPattern.IsFor(task, branch.Value))] };
    }

    /// <returns>Whether all of them went well; what the run staged is taken back where one did not.</returns>
    /// <exception cref="OperationCanceledException">It was to stop, and what it staged is taken back.</exception>
    public bool Run(TaskRunnerFile file, CancellationToken stop)
    {
        using var staged = new StagedContent(repository.Root) { IgnoresParts = IgnoresParts, Complain = Complain };

        try
        {
            foreach (var task in file.Tasks)
            {
                stop.ThrowIfCancellationRequested();

                // Every task sees what the one before it staged.
                if (Run(task, new FileLists(repository.Root, staged.Git, file.Variables, Complain, stop), staged, stop) is not 0 and var exit)
                {
                    var left = staged.TakeBack();
                    listener.Failed(task, exit, isTakenBack: left is null);
                    Complain(left);
                    return false;
                }
            }

            stop.ThrowIfCancellationRequested();
            return true;
        }
        catch
        {
            Complain(staged.TakeBack());
            throw;
        }
    }

    /// <returns>The exit code of the task's command, or 0.</returns>
    private int Run(HookTask task, FileLists lists, StagedContent staged, CancellationToken stop)
    {
        var selection = task.Files.With(arguments);

        if (task.Command is not { } command || WhySkipped(task, lists, selection) is { } || new TaskArguments(task, arguments, variable => Listed(lists, variable, selection), repository.Root).Expand() is not { } expanded)
        {
            listener.Skipped(task, WhySkipped(task, lists, selection) ?? (task.Command is null ? "it has no command" : "no file is selected"));
            return 0;
        }

        var folder = TaskProgram.Folder(task.Cwd, task.CwdSpot ?? task.Spot, repository.Root);
        var program = TaskProgram.Find(command, folder, repository.Root) ?? throw new ReleaseException(HookDiagnostics.NoSuchCommand(task.Spot, command));
        var restages = expanded.Any(argument => argument.IsStaged);
        var all = restages ? staged.Prepare(expanded, task.IsAbsolute) : expanded;

        if (all.All(argument => argument.File is null) && expanded.Any(argument => argument.File is not null))
        {
            listener.Skipped(task, "no file is selected");
            return 0;
        }

        listener.Started(task);

        foreach (var chunk in TaskChunks.Split(program, all, TaskProgram.Limit(program)))
        {
            if (TaskProgram.Run(program, TaskFileList.Join(chunk), folder, line => listener.Printed(task, line, isError: false), line => listener.Printed(task, line, isError: true), stop) is not 0 and var exit)
            {
                return exit;
            }
        }

        if (restages)
        {
            staged.Restage();
        }

        return 0;
    }

    private static string? WhySkipped(HookTask task, FileLists lists, FileSelection selection) =>
        task.NeedsStagedFile && lists.Select(lists.Staged, selection).Count == 0 ? "no staged file is selected" : null;

    private (IReadOnlyList<string> Files, bool IsStaged)? Listed(FileLists lists, string variable, FileSelection selection)
    {
        var files = lists.Select(variable, selection);

        if (files is null)
        {
            Complain(HookDiagnostics.UnknownVariable(variable));
        }

        return files;
    }

    /// <summary>Once, though every task looks anew.</summary>
    private void Complain(Diagnostic? diagnostic)
    {
        if (diagnostic is not null && _complaints.Add(diagnostic))
        {
            listener.Complained(diagnostic);
        }
    }

    private static bool Is(string? value, string? wanted) => wanted is null || string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);
}
