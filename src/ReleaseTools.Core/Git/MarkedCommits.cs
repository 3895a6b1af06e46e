namespace ReleaseTools.Git;

/// <summary>Which of some commits of a history, such as those with tags, come before which: what is between them is walked once, and left out from then on.</summary>
internal sealed class MarkedCommits
{
    private readonly Dictionary<CommitId, int> _marks = [];
    private readonly List<int>[] _before;
    private readonly List<int>[] _after;
    private readonly CommitId[] _ids;

    /// <param name="graph">A history that holds them.</param>
    /// <param name="marked">The commits.</param>
    public MarkedCommits(CommitGraph graph, IEnumerable<CommitId> marked)
    {
        _ids = [.. marked.Distinct().Where(id => graph.Find(id) >= 0)];
        _before = [.. _ids.Select(_ => new List<int>())];
        _after = [.. _ids.Select(_ => new List<int>())];
        var numbers = _ids.Select(graph.Find).ToArray();
        var markOf = new Dictionary<int, int>(numbers.Select((number, mark) => KeyValuePair.Create(number, mark)));
        var seenBy = new int[graph.Count];

        for (var mark = 0; mark < _ids.Length; mark++)
        {
            _marks.Add(_ids[mark], mark);
            var open = new Stack<int>([numbers[mark]]);

            while (open.TryPop(out var commit))
            {
                foreach (var parent in graph.Parents(commit))
                {
                    if (seenBy[parent] == mark + 1)
                    {
                        continue;
                    }

                    seenBy[parent] = mark + 1;

                    if (markOf.TryGetValue(parent, out var found))
                    {
                        _before[mark].Add(found);
                        _after[found].Add(mark);
                    }
                    else
                    {
                        open.Push(parent);
                    }
                }
            }
        }
    }

    /// <summary>The marked commits that one of them is built on.</summary>
    public IReadOnlySet<CommitId> Before(CommitId commit) => Reach(commit, _before);

    /// <summary>The marked commits that are built on one of them.</summary>
    public IReadOnlySet<CommitId> After(CommitId commit) => Reach(commit, _after);

    private HashSet<CommitId> Reach(CommitId commit, List<int>[] steps)
    {
        var reached = new HashSet<CommitId>();
        var open = new Stack<int>(_marks.TryGetValue(commit, out var first) ? [first] : []);

        while (open.TryPop(out var mark))
        {
            foreach (var next in steps[mark].Where(next => reached.Add(_ids[next])))
            {
                open.Push(next);
            }
        }

        return reached;
    }
}
