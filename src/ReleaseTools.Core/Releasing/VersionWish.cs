using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>What the user asks of the next version beside what the commits say.</summary>
/// <param name="Prerelease">The identifier of a prerelease such as <c>rc</c>, or null for a stable version.</param>
/// <param name="Bump">What to raise, whatever the commits call for; null leaves it to them.</param>
internal sealed record VersionWish(string? Prerelease = null, Bump? Bump = null)
{
    public static VersionWish None { get; } = new();

    /// <exception cref="ReleaseException">RT1034: no prerelease can be called so.</exception>
    public static VersionWish Of(string? prerelease, Bump? bump) =>
        prerelease is null || (SemVerSyntax.IsVersion($"0.0.0-{prerelease}.1") && !prerelease.Contains('+', StringComparison.Ordinal))
            ? new(prerelease, bump)
            : throw new ReleaseException(ReleaseDiagnostics.NotAPrerelease(prerelease));
}
