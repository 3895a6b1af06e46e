using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Ci;

/// <summary>All there is to do so that a CI host learns what it is told, and what it cannot learn.</summary>
internal sealed record CiPlan(ImmutableArray<CiStep> Steps, ImmutableArray<Diagnostic> Remarks)
{
    public static CiPlan Of(params IEnumerable<CiStep> steps) => new([.. steps], []);
}
