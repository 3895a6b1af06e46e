using System.Collections.Immutable;

namespace ReleaseTools.Versioning;

/// <summary>
/// All of one file's pathFilters. A commit counts where it changed, against any of its parents, something that is covered by an
/// including filter (by any path where there is none) and by no excluding one. Lists that say the same are equal.
/// </summary>
internal sealed class PathFilterList(ImmutableArray<PathFilter> filters) : IEquatable<PathFilterList>
{
    public ImmutableArray<PathFilter> Filters { get; } = filters;

    public bool Equals(PathFilterList? other) => other is not null && Filters.AsSpan().SequenceEqual(other.Filters.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as PathFilterList);

    public override int GetHashCode() => Filters.Aggregate(0, HashCode.Combine);
}
