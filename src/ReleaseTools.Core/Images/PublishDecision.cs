using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Images;

/// <summary>Whether an image is pushed: it is not where a registry has it already, whole and of the same commit.</summary>
/// <param name="Kept">The image that is there, and goes to every registry that lacks it; null where one is to be pushed.</param>
/// <param name="Replaced">The image that is there and is pushed over, because the working tree is not known to be the commit; or null.</param>
internal sealed record PublishDecision(FoundImage? Kept, FoundImage? Replaced)
{
    /// <param name="wanted">What is to be there.</param>
    /// <param name="found">What is there under its tag, of the registries that could be asked; the first of them counts.</param>
    /// <exception cref="ReleaseException">RT7033 or RT7034: a release would be given another content.</exception>
    public static PublishDecision Decide(WantedImage wanted, ImmutableArray<FoundImage> found)
    {
        ImmutableArray<FoundImage> whole = [.. found.Where(image => image.IsWhole(wanted))];

        if (wanted.IsReleased && Conflicts(wanted, found, whole).ToArray() is { Length: > 0 } conflicts)
        {
            throw new ReleaseException(conflicts);
        }

        return wanted.IsReleased || wanted.IsClean == true ? new(whole.FirstOrDefault(), null) : new(null, whole.FirstOrDefault());
    }

    private static IEnumerable<Diagnostic> Conflicts(WantedImage wanted, ImmutableArray<FoundImage> found, ImmutableArray<FoundImage> whole) =>
    [
        .. found
            .Select(image => (image.Place, Words: Difference(wanted, image)))
            .Where(taken => taken.Words is not null)
            .Select(taken => RegistryDiagnostics.ReleaseTaken(taken.Place.With(wanted.Tag), taken.Words!)),
        .. whole.Where(image => image.Manifest.Digest != whole[0].Manifest.Digest).Select(other =>
            RegistryDiagnostics.ReleaseDiffers(whole[0].Place.With(wanted.Tag), whole[0].Manifest.Digest.Text, other.Place.With(wanted.Tag), other.Manifest.Digest.Text)),
    ];

    private static string? Difference(WantedImage wanted, FoundImage found) =>
        wanted.Revision.Length == 0 || found.Revision != wanted.Revision ? found.Beside(wanted.Revision)
        : found.Version != wanted.Version ? $"with version '{found.Version}' in its labels, and this has '{wanted.Version}'"
        : !found.IsWhole(wanted) ? $"for {found.PlatformList}, and this is for {string.Join(", ", wanted.Platforms)}"
        : null;
}
