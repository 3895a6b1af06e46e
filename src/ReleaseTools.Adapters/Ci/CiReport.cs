using System.Collections.Immutable;

namespace ReleaseTools.Adapters.Ci;

/// <summary>What a job tells its CI host.</summary>
/// <param name="Variables">For the steps that follow.</param>
/// <param name="BuildNumber">What the host is to call the build; null to leave that as it is.</param>
/// <param name="Summary">A page about the job in Markdown, or null.</param>
internal sealed record CiReport(ImmutableArray<CiVariable> Variables, string? BuildNumber = null, string? Summary = null);
