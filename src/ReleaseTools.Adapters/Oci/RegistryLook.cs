using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Looks, before a push, what is at the places the image goes to.</summary>
/// <param name="tag">The exact one.</param>
/// <param name="isReleased">Whether it names a stable release.</param>
/// <param name="settings">How registries are asked.</param>
/// <param name="say">Hears of what could not be looked at.</param>
internal sealed class RegistryLook(string tag, bool isReleased, RegistrySettings settings, Action<string> say)
{
    /// <summary>Null where the tag is free, or nothing can be known and that stops no push.</summary>
    /// <param name="place">Where to look.</param>
    /// <param name="isPushed">Whether the push goes there; a copy is preceded by another look.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ReleaseException">RT7036 among others: nothing is pushed over a release that nobody could see.</exception>
    public async Task<FoundImage?> AtAsync(ImagePlace place, bool isPushed, CancellationToken cancellation)
    {
        try
        {
            using var client = new OciClient(place, settings);
            return await ImageFinder.FindAsync(client, tag, cancellation);
        }
        catch (ReleaseException stop) when (isReleased && isPushed)
        {
            throw new ReleaseException([.. stop.Diagnostics, RegistryDiagnostics.GuardIsBlind(place.With(tag))]);
        }
        catch (ReleaseException stop) when (stop.Diagnostics.All(RegistryDiagnostics.MayPassOnAPush))
        {
            say($"Whether {place.With(tag)} is there already is not known. {stop.Diagnostics[0].Code}: {stop.Diagnostics[0].Message}");
            return null;
        }
    }
}
