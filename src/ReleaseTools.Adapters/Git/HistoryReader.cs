using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Git.Stored;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// Reads a history with two walks of git side by side: one gives every commit with its parents, the other the commits that changed a
/// version file. Apart they are fast where git has an index for them (commit-graph, changed-path filters); together git uses neither.
/// Where that index is there it is read in place of the walks, and git is asked only about commits that may have changed a version file.
/// What a commit holds follows from its first parent and its own changes; contents are fetched once each, together.
/// </summary>
/// <param name="git">Where to ask.</param>
/// <param name="boundary">The commits at which a shallow clone is cut off.</param>
/// <param name="stored">git's commit-graph, or null.</param>
/// <param name="root">The working tree's top folder, or null.</param>
internal sealed class HistoryReader(GitProcess git, FrozenSet<CommitId> boundary, StoredGraph? stored, string? root)
{
    private const string NoBlob = "";

    /// <summary>A version file of more is no usual one.</summary>
    private const int MostBytes = 1 << 16;

    /// <summary>The distinct states of the paths: for each path the blob it holds.</summary>
    private readonly List<string[]> _states = [];
    private readonly Dictionary<string[], int> _numbers = new(StateComparer.Instance);

    /// <param name="commit">Where history begins.</param>
    /// <param name="paths">Paths from the root, the nearest version file first.</param>
    public CommitHistory Read(CommitId commit, IReadOnlyList<string> paths)
    {
        if (stored is null)
        {
            return Read(["--end-of-options", commit.Hash], commit.Hash.Length, paths);
        }

        if (stored.FindChanges(paths) is not { } mayChange)
        {
            return Read(() => StoredWalk.Read(git, commit, stored).Graph, ["--end-of-options", commit.Hash], paths);
        }

        var walk = StoredWalk.Read(git, commit, stored);
        return Assemble(walk.Graph, ReadChanges(walk.Choose(mayChange), ["--no-walk=unsorted", "--stdin"], paths), paths);
    }

    /// <param name="revisions">What the commits are reachable from, as arguments for git.</param>
    /// <param name="digits">Digits in a commit's name.</param>
    /// <param name="paths">Paths from the root, the nearest version file first.</param>
    public CommitHistory Read(string[] revisions, int digits, IReadOnlyList<string> paths) =>
        Read(() => GraphReader.Read(git, revisions, digits, boundary), revisions, paths);

    private CommitHistory Read(Func<CommitGraph> readGraph, string[] revisions, IReadOnlyList<string> paths)
    {
        var reading = Task.Run(() => ReadChanges(input: null, revisions, paths));
        var graph = readGraph();
        return Assemble(graph, reading.GetAwaiter().GetResult(), paths);
    }

    private CommitHistory Assemble(CommitGraph graph, Dictionary<string, List<(string Path, string Blob)>> changes, IReadOnlyList<string> paths)
    {
        var states = NumberStates(graph, changes, paths);
        var blobs = ReadBlobs([.. _states.SelectMany(state => state).Where(blob => blob != NoBlob).Distinct()], paths);
        return new(graph, ImmutableCollectionsMarshal.AsImmutableArray(states), [.. _states.Select(state => FileSet(state, paths, blobs))]);
    }

    /// <summary>For each commit that differs from its first parent at these paths: the path and what is there now.</summary>
    private Dictionary<string, List<(string Path, string Blob)>> ReadChanges(string? input, string[] revisions, IReadOnlyList<string> paths)
    {
        string[] arguments =
        [
            "log", "-z", "--format=%H", "--raw", "--no-abbrev", "--no-renames", "--full-history", "--diff-merges=first-parent",
            .. revisions, "--", .. paths.Select(path => $":(top,literal){path}"),
        ];

        var changes = new Dictionary<string, List<(string Path, string Blob)>>();
        var (current, status) = (new List<(string, string)>(), "");

        foreach (var record in git.Records(input, arguments))
        {
            if (status.Length > 0)
            {
                current.Add((record, NewBlob(status)));
                status = "";
            }
            else if (record.TrimStart('\n') is [':', ..] change)
            {
                status = change;
            }
            else
            {
                changes.Add(record, current = []);
            }
        }

        return changes;
    }

    /// <summary>For every commit the number of the state of the paths that it holds.</summary>
    private int[] NumberStates(CommitGraph graph, Dictionary<string, List<(string Path, string Blob)>> changes, IReadOnlyList<string> paths)
    {
        const int Unknown = -1;
        var numbers = new int[graph.Count];
        Array.Fill(numbers, Unknown);
        var none = NumberOf([.. paths.Select(_ => NoBlob)]);
        var changesOf = changes.ToDictionary(change => graph.Find(new CommitId(change.Key)), change => change.Value);
        var waiting = new Stack<int>();

        for (var first = 0; first < numbers.Length; first++)
        {
            // Down the first parents to a commit whose state is known, and up again.
            var index = first;

            while (numbers[index] == Unknown)
            {
                waiting.Push(index);

                if (graph.Parents(index) is not [var parent, ..])
                {
                    break;
                }

                index = parent;
            }

            var state = numbers[index] == Unknown ? none : numbers[index];

            while (waiting.TryPop(out var commit))
            {
                state = numbers[commit] = changesOf.TryGetValue(commit, out var own) ? Changed(state, own, paths) : state;
            }
        }

        return numbers;
    }

    private int Changed(int state, List<(string Path, string Blob)> changes, IReadOnlyList<string> paths)
    {
        var blobs = changes.ToDictionary(change => change.Path, change => change.Blob, StringComparer.Ordinal);
        return NumberOf([.. paths.Select((path, index) => blobs.GetValueOrDefault(path, _states[state][index]))]);
    }

    private int NumberOf(string[] state)
    {
        if (!_numbers.TryGetValue(state, out var number))
        {
            _numbers.Add(state, number = _states.Count);
            _states.Add(state);
        }

        return number;
    }

    /// <summary>From <c>:100644 100644 OLD NEW M</c>. What is not a regular file, such as a submodule of that name, is no version file.</summary>
    private static string NewBlob(string status)
    {
        var fields = status.Split(' ');
        return fields[1].StartsWith("100", StringComparison.Ordinal) ? fields[3] : NoBlob;
    }

    private Dictionary<string, string> ReadBlobs(ImmutableArray<string> names, IReadOnlyList<string> paths)
    {
        var contents = ReadFromDisk(names, paths);
        names = names.RemoveAll(contents.ContainsKey);

        foreach (var (name, content) in BlobReader.Read(git, names))
        {
            contents.Add(name, Decode(content.Span));
        }

        return contents;
    }

    /// <summary>Most version files are on disk as they were committed: their name tells, and git need not be asked for them.</summary>
    private Dictionary<string, string> ReadFromDisk(ImmutableArray<string> names, IReadOnlyList<string> paths)
    {
        var contents = new Dictionary<string, string>();

        foreach (var file in root is null ? [] : paths.Select(path => new FileInfo(Path.Combine(root, path))).Where(file => file.Exists && file.LinkTarget is null && file.Length < MostBytes))
        {
            var bytes = File.ReadAllBytes(file.FullName);

            if (names.FirstOrDefault(name => name == BlobName.Of(bytes, name.Length)) is { } known)
            {
                contents.TryAdd(known, Decode(bytes));
            }
        }

        return contents;
    }

    /// <summary>An old commit may hold anything under this name; bytes that are no text cost their own characters only, as with nbgv.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return SourceText.Parse("version.json", bytes).Text;
        }
        catch (ReleaseException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private static VersionFileSet FileSet(string[] state, IReadOnlyList<string> paths, Dictionary<string, string> blobs) =>
        new([.. paths.Zip(state).Where(file => file.Second != NoBlob).Select(file => new VersionFileText(file.First, blobs[file.Second]))]);

    private sealed class StateComparer : IEqualityComparer<string[]>
    {
        public static StateComparer Instance { get; } = new();

        public bool Equals(string[]? x, string[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

        public int GetHashCode(string[] obj)
        {
            var hash = default(HashCode);

            foreach (var blob in obj)
            {
                hash.Add(blob, StringComparer.Ordinal);
            }

            return hash.ToHashCode();
        }
    }
}
