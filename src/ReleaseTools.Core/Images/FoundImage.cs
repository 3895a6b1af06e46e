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

    /// <summary>An image that does not say which commit it is of cannot be told from another.</summary>
    public bool IsWhole(WantedImage wanted) =>
        wanted.Revision.Length > 0 && Revision == wanted.Revision && Version == wanted.Version
        && wanted.Platforms.All(platform => Configurations.Any(configuration => configuration.Platform.Serves(platform)));

    /// <summary>Its commit beside the one that is wanted, which may be empty, for messages.</summary>
    public string Beside(string wanted) =>
        $"{(Revision.Length > 0 ? $"of commit '{Short(Revision)}'" : "and says no commit")}, and this {(wanted.Length > 0 ? $"is '{Short(wanted)}'" : "does not say in its label 'revision' which commit it is of")}";

    private static string Short(string revision) => revision.Length > 7 ? revision[..7] : revision;

    private string Common(Func<ImageConfiguration, string> word) => Configurations.Select(word).Distinct().ToArray() is [var only] ? only : "";
}
