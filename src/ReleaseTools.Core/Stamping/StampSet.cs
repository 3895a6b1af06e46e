using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Stamping;

/// <summary>The plans for all files of a repository that are to carry the version.</summary>
/// <param name="Plans">One per file, in the order of their paths.</param>
/// <param name="Remarks">What the user should know about files that are not among them.</param>
internal sealed record StampSet(ImmutableArray<StampPlan> Plans, ImmutableArray<Diagnostic> Remarks)
{
    /// <summary>Where each planned file lies, links followed, by its path from the root.</summary>
    public required IReadOnlyDictionary<string, string> Places { get; init; }

    /// <summary>Places that name an image of the repository with a tag it is not published under; looked for in a check only.</summary>
    public ImmutableArray<Diagnostic> Strays { get; init; } = [];
}
