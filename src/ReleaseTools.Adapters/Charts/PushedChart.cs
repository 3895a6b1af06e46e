using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Charts;

/// <summary>A chart that is in a registry now.</summary>
/// <param name="Place">Its repository.</param>
/// <param name="Tag">Its tag there.</param>
/// <param name="Digest">Of its manifest.</param>
/// <param name="Package">Of the packaged chart.</param>
/// <param name="WasThere">Whether nothing had to be pushed.</param>
/// <param name="Remarks">What the user should know of the repository.</param>
internal sealed record PushedChart(ImagePlace Place, string Tag, Digest Digest, Digest Package, bool WasThere, ImmutableArray<Diagnostic> Remarks);
