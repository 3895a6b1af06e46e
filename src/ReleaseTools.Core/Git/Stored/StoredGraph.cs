using System.Collections.Immutable;

namespace ReleaseTools.Git.Stored;

/// <summary>git's commit-graph, all layers of it: the same history as git's walk tells, found in a fraction of the time.</summary>
/// <param name="layers">The lowest first. A commit's position counts through all of them.</param>
internal sealed class StoredGraph(ImmutableArray<CommitGraphLayer> layers)
{
    public const int Unknown = -1;

    private readonly ImmutableArray<int> _starts = [.. layers.Select((_, index) => layers.Take(index).Sum(layer => layer.Count))];

    public int Find(ReadOnlySpan<byte> name)
    {
        for (var layer = layers.Length - 1; layer >= 0; layer--)
        {
            if (layers[layer].Find(name) is not Unknown and var found)
            {
                return _starts[layer] + found;
            }
        }

        return Unknown;
    }

    public ReadOnlySpan<byte> Name(int commit)
    {
        var layer = LayerOf(commit);
        return layers[layer].Name(commit - _starts[layer]);
    }

    public void AddParents(int commit, List<int> parents)
    {
        var layer = LayerOf(commit);
        layers[layer].AddParents(commit - _starts[layer], parents);
    }

    /// <summary>Tells of a commit whether it may have changed one of these paths against its first parent; null where nothing here can tell.</summary>
    public Func<int, bool>? FindChanges(IReadOnlyList<string> paths)
    {
        if (layers is not [var lowest, ..] || lowest.Settings is not { } settings || !layers.All(layer => layer.Settings == settings))
        {
            return null;
        }

        var keys = paths.Select(path => ChangedPathKey.Of(path, settings)).ToArray();
        return keys.Any(key => key is null) ? null : commit => MayChange(commit, keys, settings.Hashes);
    }

    private bool MayChange(int commit, ChangedPathKey?[] keys, int hashes)
    {
        var layer = LayerOf(commit);
        var filter = layers[layer].Filter(commit - _starts[layer]);

        foreach (var key in keys)
        {
            if (key!.Value.MayBeIn(filter, hashes))
            {
                return true;
            }
        }

        return false;
    }

    private int LayerOf(int commit)
    {
        var layer = layers.Length - 1;

        while (_starts[layer] > commit)
        {
            layer--;
        }

        return layer;
    }
}
