using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>
/// What is staged while commands change files: a file that is staged as it is on disk is staged anew, and of one that is staged in part
/// a copy of that part is handed to the command too, and becomes what is staged.
/// </summary>
internal sealed class StagedContent : IDisposable
{
    private readonly string _root;
    private readonly GitProcess _git;
    private readonly IndexChanges _changes;
    private readonly Dictionary<string, (IndexEntry Entry, string Copy)> _parts = new(StringComparer.Ordinal);
    private readonly Stack<string> _madeFolders = [];
    private Dictionary<string, IndexEntry> _before = [];

    public StagedContent(string root)
    {
        _root = root;

        // 'git commit -a' and 'git commit FILE' hand an index of their own to their hooks.
        var index = Environment.GetEnvironmentVariable("GIT_INDEX_FILE") is { Length: > 0 } given ? given : new GitProcess(root).Output("rev-parse", "--git-path", "index").TrimEnd('\n');
        _git = new GitProcess(root) { IndexFile = Path.GetFullPath(index, root) };
        _changes = new IndexChanges(_git);
    }

    /// <summary>Whether a file that is staged in part is one file to commands, as it is on disk.</summary>
    public bool IgnoresParts { get; init; }

    /// <summary>Hears of files that commands cannot be handed.</summary>
    public required Action<Diagnostic> Complain { get; init; }

    public GitProcess Git => _git;

    /// <summary>Before a command runs: its arguments, with the copies in them.</summary>
    public ImmutableArray<TaskArgument> Prepare(ImmutableArray<TaskArgument> arguments, bool isAbsolute)
    {
        var staged = arguments.Where(argument => argument.IsStaged).Select(argument => argument.File!).ToHashSet(StringComparer.Ordinal);

        // Links, submodules and what a sparse checkout leaves out are never staged anew: on disk they are not what a command has formatted.
        _before = IndexEntry.Read(_git).Where(entry => staged.Contains(entry.Key) && entry.Value is { IsFile: true, IsLeftOut: false }).ToDictionary(StringComparer.Ordinal);

        foreach (var path in IgnoresParts ? [] : Unstaged().Where(_before.ContainsKey).ToArray())
        {
            if (!Copy(_before[path]))
            {
                _before.Remove(path);
                arguments = arguments.RemoveAll(argument => argument.IsStaged && argument.File == path);
                Complain(HookDiagnostics.PartHasNoPlace(path));
            }
        }

        return [.. arguments.SelectMany(argument => argument is { IsStaged: true, File: { } file } ? Handed(argument, file, isAbsolute) : [argument])];
    }

    /// <summary>Takes what the command made of its files into the index.</summary>
    public void Restage()
    {
        var made = _parts.Values.Select(part => (part.Entry, After: part.Entry with { Hash = Made(part.Entry, part.Copy) })).Where(part => part.Entry != part.After).ToArray();
        var whole = Unstaged().Where(path => _before.ContainsKey(path) && !_parts.ContainsKey(path) && IsFile(Path.Combine(_root, path))).ToArray();

        if (made.Length > 0 || whole.Length > 0)
        {
            // What somebody staged while the command ran is theirs.
            var now = IndexEntry.Read(_git);
            _changes.Put([.. made.Where(part => IsAsBefore(now, part.Entry))]);
            _changes.Stage([.. whole.Select(path => _before[path]).Where(entry => IsAsBefore(now, entry))]);
        }

        RemoveCopies();
    }

    /// <inheritdoc cref="IndexChanges.TakeBack"/>
    public Diagnostic? TakeBack() => _changes.TakeBack();

    public void Dispose() => RemoveCopies();

    private static bool IsAsBefore(Dictionary<string, IndexEntry> now, IndexEntry entry) => now.TryGetValue(entry.Path, out var there) && there.HoldsAsMuchAs(entry);

    /// <summary>What is a link on disk by now was formatted nowhere.</summary>
    private static bool IsFile(string path) => File.Exists(path) && new FileInfo(path).LinkTarget is null;

    private IEnumerable<string> Unstaged() =>
        GitPaths.Records(_git.Bytes("", "diff", "--name-only", "-z", "--no-ext-diff", "--ignore-submodules=all")).Select(path => GitPaths.Read(path.Span)).OfType<string>().Distinct(StringComparer.Ordinal);

    private string Made(IndexEntry entry, string copy) => File.Exists(copy) ? _git.Output("hash-object", "-w", $"--path={entry.Path}", "--", copy).Trim() : entry.Hash;

    /// <summary>Whether there is a place for it: with a few characters more, a name may be longer than a file system allows.</summary>
    private bool Copy(IndexEntry entry)
    {
        var original = Path.Combine(_root, entry.Path);
        var copy = Path.Combine(Path.GetDirectoryName(original)!, $"{Guid.NewGuid():N}"[..5] + "_" + Path.GetFileName(original));
        MakeFolder(Path.GetDirectoryName(original)!);
        _parts.Add(entry.Path, (entry, copy));

        try
        {
            File.WriteAllBytes(copy, _git.Bytes("", "cat-file", "--filters", $"--path={entry.Path}", entry.Hash));
            return true;
        }
        catch (PathTooLongException)
        {
            _parts.Remove(entry.Path);
            return false;
        }
    }

    /// <summary>The copy of the part that is staged, and the file as it is on disk, unless that is a link.</summary>
    private IEnumerable<TaskArgument> Handed(TaskArgument argument, string file, bool isAbsolute)
    {
        if (_parts.TryGetValue(file, out var part))
        {
            var name = Path.GetRelativePath(_root, part.Copy).Replace(Path.DirectorySeparatorChar, '/');
            yield return argument with { Text = isAbsolute ? part.Copy : name, File = name };
        }

        var path = Path.Combine(_root, file);

        if (part.Copy is null ? new FileInfo(path).LinkTarget is null : IsFile(path))
        {
            yield return argument;
        }
    }

    private void RemoveCopies()
    {
        foreach (var (_, copy) in _parts.Values.Where(part => File.Exists(part.Copy)))
        {
            File.Delete(copy);
        }

        _parts.Clear();

        while (_madeFolders.TryPop(out var folder))
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    /// <summary>Somebody took a staged file away with its folder: that is so again afterwards.</summary>
    private void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            MakeFolder(Path.GetDirectoryName(folder)!);
            Directory.CreateDirectory(folder);
            _madeFolders.Push(folder);
        }
    }
}
