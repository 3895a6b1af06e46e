using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
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

    public GitProcess Git => _git;

    /// <summary>Before a command runs: its arguments, with the copies in them.</summary>
    public ImmutableArray<TaskArgument> Prepare(ImmutableArray<TaskArgument> arguments, bool isAbsolute)
    {
        var staged = arguments.Where(argument => argument.IsStaged).Select(argument => argument.File!).ToHashSet(StringComparer.Ordinal);

        // Links, submodules and what a sparse checkout leaves out are never staged anew: on disk they are not what a command has formatted.
        _before = IndexEntry.Read(_git).Where(entry => staged.Contains(entry.Key) && entry.Value is { IsFile: true, IsLeftOut: false }).ToDictionary(StringComparer.Ordinal);

        if (IgnoresParts)
        {
            return arguments;
        }

        foreach (var path in Unstaged().Where(_before.ContainsKey))
        {
            Copy(_before[path]);
        }

        return _parts.Count == 0 ? arguments : [.. arguments.SelectMany(argument => argument is { IsStaged: true, File: { } file } && _parts.TryGetValue(file, out var part) ? Both(argument, part.Copy, isAbsolute) : [argument])];
    }

    /// <summary>Takes what the command made of its files into the index.</summary>
    public void Restage()
    {
        var made = _parts.Values.Select(part => (part.Entry, After: part.Entry with { Hash = Made(part.Entry, part.Copy) })).Where(part => part.Entry != part.After).ToArray();
        var whole = Unstaged().Where(path => _before.ContainsKey(path) && !_parts.ContainsKey(path) && File.Exists(Path.Combine(_root, path))).ToArray();

        if (made.Length > 0 || whole.Length > 0)
        {
            // What somebody staged while the command ran is theirs.
            var now = IndexEntry.Read(_git);
            _changes.Put([.. made.Where(part => IsAsBefore(now, part.Entry))]);
            _changes.Stage([.. whole.Select(path => _before[path]).Where(entry => IsAsBefore(now, entry))]);
        }

        RemoveCopies();
    }

    /// <summary>Undoes what was staged here, and nothing else.</summary>
    public void TakeBack() => _changes.TakeBack();

    public void Dispose() => RemoveCopies();

    private static bool IsAsBefore(Dictionary<string, IndexEntry> now, IndexEntry entry) => now.TryGetValue(entry.Path, out var there) && there.HoldsAsMuchAs(entry);

    private string[] Unstaged() => [.. _git.Records("diff", "--name-only", "-z", "--no-ext-diff", "--ignore-submodules=all").Distinct(StringComparer.Ordinal)];

    private string Made(IndexEntry entry, string copy) => File.Exists(copy) ? _git.Output("hash-object", "-w", $"--path={entry.Path}", "--", copy).Trim() : entry.Hash;

    private void Copy(IndexEntry entry)
    {
        var original = Path.Combine(_root, entry.Path);
        var copy = Path.Combine(Path.GetDirectoryName(original)!, $"{Guid.NewGuid():N}"[..5] + "_" + Path.GetFileName(original));
        Directory.CreateDirectory(Path.GetDirectoryName(original)!);
        _parts.Add(entry.Path, (entry, copy));
        File.WriteAllBytes(copy, _git.Bytes("", "cat-file", "--filters", $"--path={entry.Path}", entry.Hash));
    }

    private IEnumerable<TaskArgument> Both(TaskArgument argument, string copy, bool isAbsolute)
    {
        var name = Path.GetRelativePath(_root, copy).Replace(Path.DirectorySeparatorChar, '/');
        var part = argument with { Text = isAbsolute ? copy : name, File = name };
        return File.Exists(Path.Combine(_root, argument.File!)) ? [part, argument] : [part];
    }

    private void RemoveCopies()
    {
        foreach (var (_, copy) in _parts.Values.Where(part => File.Exists(part.Copy)))
        {
            File.Delete(copy);
        }

        _parts.Clear();
    }
}
