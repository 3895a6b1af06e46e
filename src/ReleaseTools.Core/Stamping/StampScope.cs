using System.Collections.Immutable;

namespace ReleaseTools.Stamping;

/// <summary>Which of a repository's files are stamped.</summary>
/// <param name="Paths">Absolute. A file is taken at its word; in a folder, those that carry the version are looked for.</param>
internal sealed record StampScope(ImmutableArray<string> Paths)
{
    /// <summary>Whether files count that git does not know yet and would add. Looking for them takes a walk through the folders, and without it git's index says all.</summary>
    public bool HasUntracked { get; init; }

    /// <summary>Whether nothing is to be written, so that what stamping does not mend is looked for as well.</summary>
    public bool IsCheck { get; init; }
}
