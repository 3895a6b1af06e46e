using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Versioning;

namespace ReleaseTools.Stamping;

/// <summary>The version that files are to carry, and the tag its image is published under: one word for both, so that no chart asks for an image nobody made.</summary>
internal sealed class StampVersion
{
    private readonly SemanticVersion _version;
    private readonly Lazy<string> _imageTag;

    private StampVersion(SemanticVersion version, string text, ImmutableArray<ImageTagSetting> imageTags)
    {
        (_version, Text) = (version, text);
        _imageTag = new(() => FindImageTag(imageTags));
    }

    /// <summary>As Semantic Versioning 2.0 writes it.</summary>
    public string Text { get; }

    /// <exception cref="ReleaseException">RT7001 to RT7003: what version.json says of tags is wrong.</exception>
    public string ImageTag => _imageTag.Value;

    public int Major => _version.Major;

    public int Minor => _version.Minor;

    public int Patch => _version.Patch;

    /// <summary>Without its hyphen, or empty.</summary>
    public string Prerelease => _version.Release;

    /// <param name="text">The version.</param>
    /// <param name="imageTags">What version.json says of the image's tags; nothing for the usual ones.</param>
    /// <exception cref="ReleaseException">RT3010: the text is no semantic version.</exception>
    public static StampVersion Parse(string text, ImmutableArray<ImageTagSetting> imageTags = default) => SemanticVersion.TryParse(text, out var version)
        ? new(version, text, imageTags.IsDefault ? [] : imageTags)
        : throw new ReleaseException(StampDiagnostics.NotSemVer(text));

    /// <summary>The first tag that says the whole version, as a release of it would get one; the version where none does.</summary>
    private string FindImageTag(ImmutableArray<ImageTagSetting> settings)
    {
        var version = Text.Split('+')[0];
        var facts = new ImageFacts(version) { Prerelease = Prerelease, IsStable = Prerelease.Length == 0, IsPublic = true };

        return ImageTags.For(facts, settings).Tags.FirstOrDefault(tag => tag.Contains(version, StringComparison.Ordinal)) ?? version;
    }
}
