using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// Reads a history with one walk of git: every commit with its parents and, for the version files, what it changed against its
/// first parent. What a commit holds then follows from its first parent; contents are fetched once each, together.
/// </summary>
internal sealed class HistoryReader(GitProcess git, HashSet<string> boundary)
{
    private const string NoBlob = "";

    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, int> _indexes = [];

    public CommitHistory Read(CommitId commit, IReadOnlyList<string> paths)
    {
        ReadRows(commit, paths);
        var states = States(paths);
        var distinct = states.Distinct(StateComparer.Instance).ToList();
        var numbers = distinct.Select((state, index) => (state, index)).ToDictionary(pair => pair.state, pair => pair.index, StateComparer.Instance);
        var blobs = ReadBlobs([.. distinct.SelectMany(state => state).Where(blob => blob != NoBlob).Distinct()]);

        return new(
            [
                .. _rows.Select((row, index) => new HistoryCommit(
                    new CommitId(row.Hash),
                    [.. row.Parents.Select(parent => _indexes[parent])],
                    numbers[states[index]],
                    boundary.Contains(row.Hash))),
            ],
            [.. distinct.Select(state => FileSet(state, paths, blobs))]);
    }

    private void ReadRows(CommitId commit, IReadOnlyList<string> paths)
    {
        // --sparse keeps the commits that changed nothing at these paths: all of them count.
        string[] arguments =
        [
            "log", "-z", "--format=%H %P", "--raw", "--no-abbrev", "--no-renames", "--full-history", "--sparse", "--diff-merges=first-parent",
            "--end-of-options", commit.Hash, "--", .. paths.Select(path => $":(top,literal){path}"),
        ];

        var status = "";

        foreach (var record in git.Records(arguments))
        {
            if (status.Length > 0)
            {
                _rows[^1].Changes.Add((record, NewBlob(status)));
                status = "";
            }
            else if (record.TrimStart('\n') is [':', ..] change)
            {
                status = change;
            }
            else
            {
                var names = record.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                _indexes.Add(names[0], _rows.Count);
                _rows.Add(new Row(names[0], names[1..], []));
            }
        }
    }

    /// <summary>The blobs at the paths for every commit. A state is shared by all commits that hold the same.</summary>
    private string[][] States(IReadOnlyList<string> paths)
    {
        var states = new string[_rows.Count][];
        var none = Enumerable.Repeat(NoBlob, paths.Count).ToArray();
        var waiting = new Stack<int>();

        for (var first = 0; first < _rows.Count; first++)
        {
            // Down the first parents to a commit whose state is known, and up again.
            var index = first;

            while (states[index] is null)
            {
                waiting.Push(index);

                if (_rows[index].Parents is not [var parent, ..])
                {
                    break;
                }

                index = _indexes[parent];
            }

            var state = states[index] ?? none;

            while (waiting.TryPop(out var commit))
            {
                state = states[commit] = Changed(state, _rows[commit].Changes, paths);
            }
        }

        return states;
    }

    private static string[] Changed(string[] state, List<(string Path, string Blob)> changes, IReadOnlyList<string> paths)
    {
        if (changes is [])
        {
            return state;
        }

        var blobs = changes.ToDictionary(change => change.Path, change => change.Blob, StringComparer.Ordinal);
        return [.. paths.Select((path, index) => blobs.GetValueOrDefault(path, state[index]))];
    }

    /// <summary>From <c>:100644 100644 OLD NEW M</c>. What is not a regular file, such as a submodule of that name, is no version file.</summary>
    private static string NewBlob(string status)
    {
        var fields = status.Split(' ');
        return fields[1].StartsWith("100", StringComparison.Ordinal) ? fields[3] : NoBlob;
    }

    private Dictionary<string, string> ReadBlobs(ImmutableArray<string> names)
    {
        var contents = new Dictionary<string, string>();

        if (names is [])
        {
            return contents;
        }

        var bytes = git.Bytes(string.Concat(names.Select(name => name + "\n")), "cat-file", "--batch").AsSpan();

        foreach (var name in names)
        {
            var header = bytes.IndexOf((byte)'\n');
            var size = int.Parse(Encoding.ASCII.GetString(bytes[..header]).Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
            contents.Add(name, Decode(bytes.Slice(header + 1, size)));
            bytes = bytes[(header + size + 2)..];
        }

        return contents;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return SourceText.Parse("version.json", bytes).Text;
        }
        catch (Diagnostics.ReleaseException)
        {
            // Left to whoever parses it: an old commit may hold anything under this name.
            return "\uFFFD";
        }
    }

    private static VersionFileSet FileSet(string[] state, IReadOnlyList<string> paths, Dictionary<string, string> blobs) =>
        new([.. paths.Zip(state).Where(file => file.Second != NoBlob).Select(file => new VersionFileText(file.First, blobs[file.Second]))]);

    private sealed record Row(string Hash, string[] Parents, List<(string Path, string Blob)> Changes);

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
