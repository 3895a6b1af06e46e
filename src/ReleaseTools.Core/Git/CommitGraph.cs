namespace ReleaseTools.Git;

/// <summary>
/// The commits reachable from one commit, and how they hang together. Commits go by number: the first is 0, and every other one has a
/// higher number than some child of its own. Held as flat arrays: a hundred thousand commits are a few megabytes.
/// </summary>
internal sealed class CommitGraph
{
    private readonly CommitNames _names;
    private readonly int[] _starts;
    private readonly int[] _parents;
    private readonly HashSet<int> _cuts;

    private CommitGraph(CommitNames names, int[] starts, int[] parents, HashSet<int> cuts)
    {
        _names = names;
        _starts = starts;
        _parents = parents;
        _cuts = cuts;
    }

    public int Count => _starts.Length;

    /// <summary>Hexadecimal digits in a commit's name.</summary>
    public int Digits => _names.Length * 2;

    public CommitId Id(int commit) => new(Convert.ToHexStringLower(_names[commit]));

    /// <summary>The commit's number, or -1 where it is not reachable.</summary>
    public int Find(CommitId id) => id.Hash.Length == _names.Length * 2 ? _names.Find(Convert.FromHexString(id.Hash)) : CommitNames.Unknown;

    /// <summary>The first parent first.</summary>
    public ReadOnlySpan<int> Parents(int commit)
    {
        var start = _starts[commit];
        return _parents.AsSpan(start + 1, _parents[start]);
    }

    /// <summary>Whether this is the boundary of a shallow clone: the commit has parents that the clone does not hold.</summary>
    public bool IsCut(int commit) => _cuts.Contains(commit);

    /// <summary>The first commit of the boundary of a shallow clone, or -1 where the clone is whole.</summary>
    public int FirstCut => _cuts.Count == 0 ? CommitNames.Unknown : _cuts.Min();

    /// <summary>Takes in commits one by one, as a walk of git names them.</summary>
    /// <param name="nameLength">Bytes in a commit's name: 20, or 32 in a SHA-256 repository.</param>
    internal sealed class Builder(int nameLength)
    {
        /// <summary>For each commit its number of parents, and then the parents.</summary>
        private readonly List<int> _parents = new(1024) { 0 };
        private readonly List<int> _starts = new(1024);
        private readonly CommitNames _names = new(nameLength);
        private int _open;

        /// <summary>Begins the next commit, in the walk's order, and gives its number.</summary>
        public int Add(ReadOnlySpan<byte> name)
        {
            var commit = Number(name);
            _starts[commit] = _open = _parents.Count;
            _parents.Add(0);
            return commit;
        }

        /// <summary>Whether a commit of this name was begun already.</summary>
        public bool IsBegun(ReadOnlySpan<byte> name) => _names.Find(name) is >= 0 and var commit && _starts[commit] > 0;

        /// <summary>Adds a parent to the commit begun last; true where it was never named before.</summary>
        public bool AddParent(ReadOnlySpan<byte> name)
        {
            var known = _starts.Count;
            _parents.Add(Number(name));
            _parents[_open]++;
            return _starts.Count > known;
        }

        /// <param name="boundary">The commits at which a shallow clone is cut off.</param>
        public CommitGraph Build(IEnumerable<CommitId> boundary) => new(
            _names,
            [.. _starts],
            [.. _parents],
            [.. boundary.Select(id => _names.Find(Convert.FromHexString(id.Hash))).Where(commit => commit != CommitNames.Unknown)]);

        private int Number(ReadOnlySpan<byte> name)
        {
            var number = _names.FindOrAdd(name);

            if (number == _starts.Count)
            {
                // The one commit without parents that all share until their own line comes.
                _starts.Add(0);
            }

            return number;
        }
    }
}
