using Microsoft.Extensions.FileSystemGlobbing;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Hooks.Tasks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>The files that a task's variables stand for, each list asked for once.</summary>
internal sealed class FileLists(string root, GitProcess git, IEnumerable<HookVariable> variables, CancellationToken stop)
{
    private readonly Dictionary<string, (IReadOnlyList<string> Files, bool IsStaged)?> _known = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Staged => All("staged")!.Value.Files;

    /// <summary>Those of a variable's files that a selection lets through; null where there is no such variable.</summary>
    public (IReadOnlyList<string> Files, bool IsStaged)? Select(string variable, FileSelection selection) =>
        All(variable) is var (files, isStaged) ? (Select(files, selection), isStaged) : null;

    public IReadOnlyList<string> Select(IReadOnlyList<string> files, FileSelection selection)
    {
        var matcher = new Matcher();
        matcher.AddIncludePatterns(selection.Include);
        matcher.AddExcludePatterns(selection.Exclude);
        return [.. matcher.Match(root, files).Files.Select(match => match.Path)];
    }

    private (IReadOnlyList<string> Files, bool IsStaged)? All(string variable)
    {
        if (!_known.TryGetValue(variable, out var files))
        {
            files = Look(variable);
            _known.Add(variable, files);
        }

        return files;
    }

    private (IReadOnlyList<string> Files, bool IsStaged)? Look(string variable) => variable.ToLowerInvariant() switch
    {
        "staged" => (CheckedOut(git.Records("diff", "--cached", "--name-only", "-z", "--no-ext-diff", "--no-renames", "--diff-filter=AM")), true),
        "last-commit" => (CheckedOut(git.Records("diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", "HEAD^", "--")), false),
        "git-files" => (CheckedOut(git.Records("ls-files", "-z")), false),
        "all-files" => ([.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(Relative).Where(file => file != ".git" && !file.StartsWith(".git/", StringComparison.Ordinal))], false),
        _ => variables.LastOrDefault(own => own.Name.Equals(variable, StringComparison.OrdinalIgnoreCase)) is { } own ? (Printed(own), own.IsStaged) : null,
    };

    /// <summary>Without those that are not on disk because a sparse checkout leaves them out.</summary>
    private string[] CheckedOut(IEnumerable<string> files)
    {
        string[] all = [.. files];
        var absent = all.Where(file => !Path.Exists(Path.Combine(root, file))).ToHashSet(StringComparer.Ordinal);

        if (absent.Count == 0)
        {
            return all;
        }

        absent.IntersectWith(IndexEntry.Read(git).Values.Where(entry => entry.IsLeftOut).Select(entry => entry.Path));
        return [.. all.Where(file => !absent.Contains(file))];
    }

    /// <summary>Nothing where the command fails: then the task has no files and does not run.</summary>
    private string[] Printed(HookVariable variable)
    {
        var folder = Path.GetFullPath(variable.Cwd ?? ".", root);
        var lines = new List<string>();

        if (variable.Command is not { } command || TaskProgram.Find(command, folder, root) is not { } program || TaskProgram.Run(program, variable.Args, folder, lines.Add, _ => { }, stop) != 0)
        {
            return [];
        }

        return [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => Path.IsPathFullyQualified(line) ? Relative(line) : line)];
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
