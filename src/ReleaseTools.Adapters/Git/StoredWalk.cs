using System.Text;
using ReleaseTools.Git;
using ReleaseTools.Git.Stored;

namespace ReleaseTools.Adapters.Git;

/// <summary>A history as git's commit-graph tells it. Commits younger than that come from git, which is read until only stored ones are left.</summary>
internal sealed class StoredWalk
{
    private readonly StoredGraph _stored;
    private readonly CommitGraph.Builder _builder;
    private readonly Stack<int> _open = new();

    /// <summary>For each commit by its number its position in the store, or <see cref="StoredGraph.Unknown"/>.</summary>
    private readonly List<int> _positions = [];

    private StoredWalk(GitProcess git, CommitId commit, StoredGraph stored)
    {
        _stored = stored;
        _builder = new(commit.Hash.Length / 2);
        var name = Convert.FromHexString(commit.Hash);

        if (stored.Find(name) is not StoredGraph.Unknown and var position)
        {
            _positions.Add(position);
            _open.Push(position);
        }
        else
        {
            WalkYoung(git, commit);
        }

        WalkStored();
        Graph = _builder.Build([]);
    }

    public CommitGraph Graph { get; }

    public static StoredWalk Read(GitProcess git, CommitId commit, StoredGraph stored) => new(git, commit, stored);

    /// <summary>The names, a line each, of the commits a question has to be put to git for: those it may be true of, and those not in the store.</summary>
    public string Choose(Func<int, bool> mayBe)
    {
        var names = new StringBuilder();

        for (var commit = 0; commit < _positions.Count; commit++)
        {
            if (_positions[commit] == StoredGraph.Unknown || mayBe(_positions[commit]))
            {
                names.Append(Graph.Id(commit).Hash).Append('\n');
            }
        }

        return names.ToString();
    }

    private void WalkYoung(GitProcess git, CommitId commit)
    {
        var awaited = new HashSet<string> { commit.Hash };
        _positions.Add(StoredGraph.Unknown);

        foreach (var line in git.Lines("rev-list", "--parents", "--end-of-options", commit.Hash, "--"))
        {
            var names = line.Split(' ');

            // git goes by date, so old commits may come between.
            if (!awaited.Remove(names[0]))
            {
                continue;
            }

            _builder.Add(Convert.FromHexString(names[0]));

            foreach (var parent in names[1..])
            {
                if (AddParent(Convert.FromHexString(parent)))
                {
                    awaited.Add(parent);
                }
            }

            if (awaited.Count == 0)
            {
                return;
            }
        }
    }

    private void WalkStored()
    {
        var parents = new List<int>();

        while (_open.TryPop(out var commit))
        {
            _builder.Add(_stored.Name(commit));
            parents.Clear();
            _stored.AddParents(commit, parents);

            foreach (var parent in parents)
            {
                AddParent(_stored.Name(parent), parent);
            }
        }
    }

    /// <summary>Adds a parent by its name; true where it is a young commit nobody named before.</summary>
    private bool AddParent(ReadOnlySpan<byte> name)
    {
        var position = _stored.Find(name);
        return AddParent(name, position) && position == StoredGraph.Unknown;
    }

    private bool AddParent(ReadOnlySpan<byte> name, int position)
    {
        if (!_builder.AddParent(name))
        {
            return false;
        }

        _positions.Add(position);

        if (position != StoredGraph.Unknown)
        {
            _open.Push(position);
        }

        return true;
    }
}
