using System.IO.Enumeration;
using Microsoft.Extensions.FileSystemGlobbing;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>The files that a task's variables stand for, each list asked for once.</summary>
/// <param name="root">The repository's.</param>
/// <param name="git">With the index to look at.</param>
/// <param name="variables">Those of the user.</param>
/// <param name="complain">Hears of files that no task can be told of.</param>
/// <param name="stop">Ends the commands of variables.</param>
internal sealed class FileLists(string root, GitProcess git, IEnumerable<HookVariable> variables, Action<Diagnostic> complain, CancellationToken stop)
{
    private readonly TreeFolders _folders = new(root);
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
        "staged" => (CheckedOut(GitFiles.Differing(git, "--cached", "--diff-filter=AMT"), isStaged: true), true),
        "last-commit" => (Changed(), false),
        "git-files" => (CheckedOut(GitFiles.All(git)), false),
        "all-files" => ([.. OnDisk()], false),
        _ => variables.LastOrDefault(own => own.Name.Equals(variable, StringComparison.OrdinalIgnoreCase)) is { } own ? (Printed(own), own.IsStaged) : null,
    };

    /// <summary>Without those that are not on disk because a sparse checkout leaves them out, or are no files of this tree any more.</summary>
    private string[] CheckedOut(GitFiles files, bool isStaged = false)
    {
        foreach (var name in files.Unreadable)
        {
            complain(HookDiagnostics.NameIsNoText(name));
        }

        var inPlace = files.Names.ToLookup(file => _folders.Hold(file));
        string[] all = [.. inPlace[true]];

        foreach (var file in isStaged ? inPlace[false] : [])
        {
            complain(HookDiagnostics.PartHasNoPlace(file));
        }

        var absent = all.Where(file => !Path.Exists(Path.Combine(root, file))).ToHashSet(StringComparer.Ordinal);

        if (absent.Count == 0)
        {
            return all;
        }

        absent.IntersectWith(IndexEntry.Read(git).Values.Where(entry => entry.IsLeftOut).Select(entry => entry.Path));
        return [.. all.Where(file => !absent.Contains(file))];
    }

    /// <exception cref="ReleaseException">RT4213, RT4221 or RT4222: the command cannot be run, or fails.</exception>
    private string[] Printed(HookVariable variable)
    {
        const int Last = 5;
        var folder = TaskProgram.Folder(variable.Cwd, variable.CwdSpot ?? variable.Spot, root);
        var command = variable.Command ?? "";
        var program = TaskProgram.Find(command, folder, root) ?? throw new ReleaseException(HookDiagnostics.NoSuchCommand(variable.Spot, command));
        var (lines, words) = (new List<string>(), new List<string>());

        return TaskProgram.Run(program, variable.Args, folder, lines.Add, words.Add, stop) is not 0 and var exit
            ? throw new ReleaseException(HookDiagnostics.VariableFails(variable.Spot, variable.Name, exit, HarmlessText.Line(string.Join(' ', words.TakeLast(Last)).Trim().TrimEnd('.'))))
            : [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => Path.IsPathFullyQualified(line) ? Relative(line) : line)];
    }

    /// <summary>The files on disk. What a link leads to is elsewhere, or there already, and a repository's own files are no work of anybody.</summary>
    private FileSystemEnumerable<string> OnDisk() => new(root, (ref entry) => Relative(entry.ToFullPath()), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !entry.FileName.SequenceEqual(".git") && IsText(ref entry),
        ShouldRecursePredicate = (ref entry) => !entry.FileName.SequenceEqual(".git") && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };

    /// <summary>A name that is no UTF-8 is read as another one, under which nothing is there.</summary>
    private static bool IsText(ref FileSystemEntry entry) => !entry.ToFullPath().Contains('\uFFFD') || File.Exists(entry.ToFullPath());

    /// <summary>Of a first commit everything there is.</summary>
    private string[] Changed()
    {
        var isFirst = git.Ask("rev-parse", "--verify", "--quiet", "HEAD^").ExitCode != 0 && git.Ask("rev-parse", "--is-shallow-repository").Output.Trim() == "false";
        var before = isFirst ? git.Ask("", ["hash-object", "-t", "tree", "--stdin"]).Output.Trim() : "HEAD^";
        return CheckedOut(GitFiles.Differing(git, "--diff-filter=d", before, "--"));
    }

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
