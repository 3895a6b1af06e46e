using System.Collections.Immutable;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Hooks.Tasks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>
/// What is staged while commands change files: a file that is staged as it is on disk is staged anew, and of one that is staged in part
/// a copy of that part is handed to the command too, and becomes what is staged.
/// </summary>
internal sealed class StagedContent : IDisposable
{
    private const string Link = "120000";
    private const string Submodule = "160000";

    private readonly string _root;
    private readonly GitProcess _git;
    private readonly string _index;
    private readonly byte[] _before;
    private readonly Dictionary<string, (string Mode, string Hash, string Copy)> _parts = [];

    public StagedContent(string root)
    {
        _root = root;

        // 'git commit -a' and 'git commit FILE' hand an index of their own to their hooks.
        _index = Path.GetFullPath(Environment.GetEnvironmentVariable("GIT_INDEX_FILE") is { Length: > 0 } given ? given : new GitProcess(root).Output("rev-parse", "--git-path", "index").TrimEnd('\n'), root);
        _git = new GitProcess(root) { IndexFile = _index };
        _before = File.Exists(_index) ? File.ReadAllBytes(_index) : [];
    }

    public GitProcess Git => _git;

    /// <summary>The arguments with the copies in them.</summary>
    public ImmutableArray<TaskArgument> WithParts(ImmutableArray<TaskArgument> arguments, bool isAbsolute)
    {
        var staged = arguments.Where(argument => argument.IsStaged).Select(argument => argument.File!).ToHashSet();
        var partial = _git.Records("diff", "--name-only", "-z", "--no-ext-diff").Where(staged.Contains).ToHashSet();

        if (partial.Count == 0)
        {
            return arguments;
        }

        foreach (var (mode, hash, path) in _git.Records("ls-files", "--stage", "-z").Select(Entry).Where(entry => partial.Contains(entry.Path) && entry.Mode is not (Link or Submodule)))
        {
            Copy(mode, hash, path);
        }

        return [.. arguments.SelectMany(argument => argument is { IsStaged: true, File: { } file } && _parts.TryGetValue(file, out var part) ? Both(argument, part.Copy, isAbsolute) : [argument])];
    }

    /// <summary>Takes what the commands made of files into the index.</summary>
    public void Restage(ImmutableArray<TaskArgument> arguments)
    {
        foreach (var (path, (mode, hash, copy)) in _parts)
        {
            var made = File.Exists(copy) ? _git.Output("hash-object", "-w", $"--path={path}", "--", copy).Trim() : hash;

            if (made != hash)
            {
                _git.Output("update-index", "--cacheinfo", $"{mode},{made},{path}");
            }
        }

        var whole = arguments.Where(argument => argument is { IsStaged: true, File: { } file } && !_parts.ContainsKey(file) && !IsCopy(file)).Select(argument => argument.File!).ToArray();

        if (whole.Length > 0)
        {
            _git.Bytes(string.Concat(whole.Select(path => path + "\0")), "update-index", "--remove", "-z", "--stdin");
        }

        RemoveCopies();
    }

    /// <summary>Stages anew whatever was staged and differs, parts and all.</summary>
    public void RestageWhole() => _git.Ask("update-index", "--again");

    /// <summary>Makes the index what it was.</summary>
    public void TakeBack()
    {
        if (_before.Length > 0 && !_before.AsSpan().SequenceEqual(File.ReadAllBytes(_index)))
        {
            AtomicFile.Write(_index, _before);
        }
    }

    public void Dispose() => RemoveCopies();

    private void Copy(string mode, string hash, string path)
    {
        var original = Path.Combine(_root, path);
        var copy = Path.Combine(Path.GetDirectoryName(original)!, $"{Guid.NewGuid():N}"[..5] + "_" + Path.GetFileName(original));
        Directory.CreateDirectory(Path.GetDirectoryName(original)!);
        _parts.Add(path, (mode, hash, copy));
        File.WriteAllBytes(copy, _git.Bytes("", "cat-file", "--filters", $"--path={path}", hash));
    }

    private IEnumerable<TaskArgument> Both(TaskArgument argument, string copy, bool isAbsolute)
    {
        var name = Path.GetRelativePath(_root, copy).Replace(Path.DirectorySeparatorChar, '/');
        var part = new TaskArgument(isAbsolute ? copy : name, name, IsStaged: true);
        return File.Exists(Path.Combine(_root, argument.File!)) ? [part, argument] : [part];
    }

    private bool IsCopy(string file) => _parts.Values.Any(part => part.Copy == Path.GetFullPath(file, _root));

    private void RemoveCopies()
    {
        foreach (var (_, _, copy) in _parts.Values)
        {
            File.Delete(copy);
        }

        _parts.Clear();
    }

    /// <summary><c>100644 hash 0 TAB path</c></summary>
    private static (string Mode, string Hash, string Path) Entry(string record)
    {
        var tab = record.IndexOf('\t', StringComparison.Ordinal);
        var fields = record[..tab].Split(' ');
        return (fields[0], fields[1], record[(tab + 1)..]);
    }
}
