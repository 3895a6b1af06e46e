using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>What a run of tasks changes in an index, so that this can be taken back and what others stage meanwhile stays.</summary>
internal sealed class IndexChanges(GitProcess git)
{
    private readonly Dictionary<string, (IndexEntry Before, IndexEntry? After)> _changes = new(StringComparer.Ordinal);

    /// <summary>Puts other content in the place of what the index holds.</summary>
    public void Put(IReadOnlyCollection<(IndexEntry Before, IndexEntry After)> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var (before, after) in changes)
        {
            Note(before, after);
        }

        Write(git, [.. changes.Select(change => change.After)]);
        PutBeside(changes);
    }

    /// <summary>Stages files as they are on disk.</summary>
    public void Stage(IReadOnlyCollection<IndexEntry> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        // Noted first: whoever ends us meanwhile ends git too, before it or after it.
        foreach (var before in files)
        {
            Note(before, after: null);
        }

        git.Bytes(string.Concat(files.Select(file => file.Path + "\0")), "update-index", "-z", "--stdin");
        var now = IndexEntry.Read(git);
        var changes = files.Where(file => now.ContainsKey(file.Path)).Select(file => (Before: file, After: now[file.Path])).ToArray();

        foreach (var (before, after) in changes)
        {
            _changes[before.Path] = (_changes[before.Path].Before, after);
        }

        PutBeside(changes);
    }

    /// <summary>Makes these entries what they were, other than those that somebody staged since; RT4225 where git does not write them.</summary>
    public Diagnostic? TakeBack()
    {
        if (_changes.Count == 0)
        {
            return null;
        }

        var now = IndexEntry.Read(git);
        var taken = _changes.Values.Where(change => now.TryGetValue(change.Before.Path, out var entry) && !entry.HoldsAsMuchAs(change.Before) && (change.After is null || entry.HoldsAsMuchAs(change.After))).Select(change => change.Before).ToArray();

        _changes.Clear();

        try
        {
            Write(git, taken);
            return null;
        }
        catch (ReleaseException refusal)
        {
            return HookDiagnostics.IndexStaysChanged([.. taken.Select(entry => $"{entry.Mode},{entry.Hash},{entry.Path}")], refusal.Diagnostics[0].Message);
        }
    }

    private void Note(IndexEntry before, IndexEntry? after) => _changes[before.Path] =
        (_changes.TryGetValue(before.Path, out var known) && known.After is { } made && before.HoldsAsMuchAs(made) ? known.Before : before, after);

    /// <summary>
    /// 'git commit FILE' commits an index of its own, and holds the one that is the repository's afterwards beside it: there the files
    /// stand as well, and would be left as they were before the tasks.
    /// </summary>
    private void PutBeside(IEnumerable<(IndexEntry Before, IndexEntry After)> changes)
    {
        if (git.IndexFile is not { } index || !Path.GetFileName(index).StartsWith("next-index-", StringComparison.Ordinal) || Path.Combine(Path.GetDirectoryName(index)!, "index.lock") is not { } beside || !File.Exists(beside))
        {
            return;
        }

        var other = new GitProcess(git.Directory) { IndexFile = beside };
        var there = IndexEntry.Read(other);
        var same = changes.Where(change => there.TryGetValue(change.Before.Path, out var entry) && entry.HoldsAsMuchAs(change.Before)).Select(change => change.After).ToArray();

        Write(other, same);
    }

    private static void Write(GitProcess git, IndexEntry[] entries)
    {
        if (entries.Length > 0)
        {
            git.Bytes(string.Concat(entries.Select(entry => $"{entry.Mode} {entry.Hash}\t{entry.Path}\0")), "update-index", "-z", "--index-info");
        }
    }
}
