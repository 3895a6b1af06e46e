using System.Collections.Immutable;

namespace ReleaseTools.Images;

/// <summary>An image that a tag was found to name.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Manifest">Its index, or its manifest.</param>
/// <param name="Configurations">What the image of each platform says of itself.</param>
internal sealed record FoundImage(ImagePlace Place, ImageManifest Manifest, ImmutableArray<ImageConfiguration> Configurations)
{
    /// <summary>The commit it says it is of; empty where it says none, or the platforms say several.</summary>
    public string Revision => Common(configuration => configuration.Revision);

    /// <summary>The version it says it is; empty where it says none, or the platforms say several.</summary>
    public string Version => Common(configuration => configuration.Version);

    /// <summary>What it is for, for messages.</summary>
    public string PlatformList => string.Join(", ", Configurations.Select(configuration => configuration.Platform));

    public bool IsWhole(WantedImage wanted) =>
        Revision == wanted.Revision && Version == wanted.Version
        && wanted.Platforms.All(platform => Configurations.Any(configuration => configuration.Platform.Serves(platform)));

    /// <summary>Its commit beside the one that is wanted, for messages.</summary>
    public string Beside(string wanted) => $"{(Revision.Length > 0 ? $"of commit '{Short(Revision)}'" : "and says no commit")}, and this is '{Short(wanted)}'";

    private static string Short(string revision) => revision.Length > 7 ? revision[..7] : revision;

    private string Common(Func<ImageConfiguration, string> word) => Configurations.Select(word).Distinct().ToArray() is [var only] ? only : "";
}
