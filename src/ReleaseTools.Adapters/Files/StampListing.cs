using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Stamping;

namespace ReleaseTools.Adapters.Files;

/// <summary>The files that a stamp may be about, by their paths from the root. Of most of a large repository's no more than the name is looked at.</summary>
internal sealed class StampListing
{
    private readonly GitRepository _repository;
    private readonly Lazy<ImmutableArray<string>> _all;
    private readonly bool _hasUntracked;

    /// <param name="repository">What git tracks.</param>
    /// <param name="folders">Where files count as well that are not added yet, from the root.</param>
    public StampListing(GitRepository repository, IReadOnlyCollection<string> folders)
    {
        _repository = repository;
        _hasUntracked = folders.Count > 0;
        _all = new(() => _hasUntracked ? [.. repository.ListTracked().Concat(repository.ListUntracked(folders)).Distinct(StringComparer.Ordinal)] : repository.ListTracked());
        Versioned = Named(name => StamperList.Find(name) is not null || name is "version.json");
    }

    public ImmutableArray<string> All => _all.Value;

    /// <summary>Those whose names say that they carry a version, and what is said of versions.</summary>
    public ImmutableArray<string> Versioned { get; }

    /// <param name="isWanted">Which of them, by their names without the folders.</param>
    public ImmutableArray<string> Named(Func<ReadOnlySpan<char>, bool> isWanted) =>
        _hasUntracked || _all.IsValueCreated ? [.. All.Where(path => isWanted(Path.GetFileName(path.AsSpan())))] : _repository.ListTracked(isWanted);
}
