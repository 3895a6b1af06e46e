using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Commits;
using ReleaseTools.Git;
using ReleaseTools.Hooks;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Looks at a repository for what a push brings: its tags, and the commits nobody else has.</summary>
internal sealed class PushReader
{
    private readonly GitRepository _repository;
    private readonly ImmutableArray<PushedRef> _refs;
    private readonly Dictionary<string, string> _kinds;
    private readonly Dictionary<string, CommitId> _tagged;

    /// <param name="repository">Where the hook runs.</param>
    /// <param name="refs">What git told it; deleted ones bring nothing.</param>
    public PushReader(GitRepository repository, IEnumerable<PushedRef> refs)
    {
        _repository = repository;
        _refs = [.. refs.Where(one => one.Object is not null)];

        // What the other side has need not be here: after a forced push of somebody else it is not.
        var ids = _refs.SelectMany(one => new[] { one.Object, one.RemoteObject }).OfType<CommitId>().Select(id => id.Hash).Distinct().ToArray();
        _kinds = Look(ids).ToDictionary(found => found.Name, found => found.Kind);
        string[] tags = [.. _kinds.Where(kind => kind.Value == "tag").Select(kind => kind.Key)];
        _tagged = tags.Zip(Look(tags.Select(tag => tag + "^{commit}"))).Where(pair => pair.Second.Kind == "commit").ToDictionary(pair => pair.First, pair => new CommitId(pair.Second.Name));
    }

    /// <summary>The tags. One on a file or a folder is no release, and has nothing but the settings to be held against.</summary>
    public IEnumerable<PushedTag> ReadTags()
    {
        var pushed = _refs.Where(one => one.Tag is not null).Select(one => (Ref: one, Commit: Peel(one.Object!.Value))).ToArray();

        if (pushed is [])
        {
            yield break;
        }

        var tags = _repository.ReadTags();
        var known = new KnownTags(tags);
        CommitId[] commits = [.. pushed.Select(one => one.Commit ?? _repository.HeadCommit).OfType<CommitId>().Distinct()];
        string[] trees = [.. Look(commits.Select(commit => commit.Hash + "^{tree}")).Select(tree => tree.Name)];
        var components = new ComponentsReader(_repository.Git).Read(trees);
        var treeOf = commits.Zip(trees).ToDictionary(pair => pair.First, pair => pair.Second);
        var order = Order([.. pushed.Select(one => one.Commit).OfType<CommitId>()], tags);

        foreach (var (one, commit) in pushed)
        {
            yield return new()
            {
                Tag = new(one.Tag!, commit ?? one.Object!.Value),
                IsOnCommit = commit is not null,
                IsAnnotated = _kinds.GetValueOrDefault(one.Object!.Value.Hash) == "tag",
                Components = (commit ?? _repository.HeadCommit) is { } place ? components[treeOf[place]] : [VersionOptions.Default],
                Published = one.RemoteObject is { } there && there != one.Object && (Peel(there) ?? there) is var published && published != commit ? published : null,
                Tags = known,
                Behind = commit is { } tagged && order is not null ? order.Before(tagged) : FrozenSet<CommitId>.Empty,
                Ahead = commit is { } same && order is not null ? order.After(same) : FrozenSet<CommitId>.Empty,
            };
        }
    }

    /// <summary>How the pushed commits and those of releases hang together; null where there is nothing to hold them against.</summary>
    private MarkedCommits? Order(CommitId[] pushed, ImmutableArray<GitTag> tags)
    {
        CommitId[] all = [.. tags.Where(tag => ReleaseTag.FindPrefix(tag) is not null).Select(tag => tag.Commit).Concat(pushed).Distinct()];
        return pushed is [] || all is [_] ? null : new(_repository.ReadGraph(all), all);
    }

    /// <summary>The messages of the commits that come with a branch or a tag and are on no branch of a remote yet, the newest first.</summary>
    public IEnumerable<AuthoredText> ReadMessages()
    {
        var refs = _refs.Where(one => one.IsBranch || one.Tag is not null).ToArray();
        var pushed = Commits(refs.Select(one => one.Object));

        if (pushed is [])
        {
            return [];
        }

        var known = Commits(refs.Select(one => one.RemoteObject));

        // A shallow clone ends at commits that came from the other side.
        var boundary = _repository.Boundary();
        return MessageLog.ReadUnknown(_repository.Git, pushed, known).Where(entry => !boundary.Contains(entry.Commit)).Select(entry => entry.Text);
    }

    /// <summary>Those that are here, or that a tag which is here leads to.</summary>
    private ImmutableArray<string> Commits(IEnumerable<CommitId?> ids) => [.. ids.OfType<CommitId>().Select(Peel).OfType<CommitId>().Select(commit => commit.Hash).Distinct()];

    private CommitId? Peel(CommitId id)
    {
        var kind = _kinds.GetValueOrDefault(id.Hash);
        return kind == "commit" ? id : _tagged.TryGetValue(id.Hash, out var commit) ? commit : null;
    }

    /// <summary>The objects in the order of their names; one that is not here is of the kind <c>missing</c>.</summary>
    private IEnumerable<(string Name, string Kind)> Look(IEnumerable<string> names)
    {
        var input = string.Concat(names.Select(name => name + "\n"));
        return input.Length == 0 ? [] : _repository.Git.Ask(input, ["cat-file", "--batch-check=%(objectname) %(objecttype)"]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]));
    }
}
