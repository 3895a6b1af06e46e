using System.Collections.Immutable;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Hooks;

/// <summary>All tags of a repository, read as releases once for each prefix: every one that is pushed is held against all of them.</summary>
internal sealed class KnownTags(ImmutableArray<GitTag> tags)
{
    private readonly Dictionary<(bool Has, string Prefix), ImmutableArray<ReleaseTag>> _releases = [];

    /// <param name="prefix">As for <see cref="ReleaseTag.Select"/>.</param>
    public ImmutableArray<ReleaseTag> Releases(string? prefix)
    {
        if (!_releases.TryGetValue((prefix is not null, prefix ?? ""), out var releases))
        {
            _releases.Add((prefix is not null, prefix ?? ""), releases = ReleaseTag.Select(tags, prefix));
        }

        return releases;
    }
}
