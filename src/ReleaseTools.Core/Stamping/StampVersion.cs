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
    private readonly Lazy<ImmutableArray<string>> _imageTags;

    private StampVersion(SemanticVersion version, string text, ImmutableArray<ImageTagSetting> imageTags)
    {
        (_version, Text) = (version, text);
        _imageTags = new(() => MakeImageTags(imageTags));
    }

    /// <summary>As Semantic Versioning 2.0 writes it.</summary>
    public string Text { get; }

    /// <summary>All that a release of the version is published under.</summary>
    /// <exception cref="ReleaseException">RT7001 to RT7003: what version.json says of tags is wrong.</exception>
    public ImmutableArray<string> ImageTags => _imageTags.Value;

    /// <summary>The first tag that says the whole version; where none does, the one that says most of it; the version where none is published.</summary>
    /// <exception cref="ReleaseException">RT7001 to RT7003: what version.json says of tags is wrong.</exception>
    public string ImageTag => ImageTags.FirstOrDefault(tag => tag.Contains(Bare, StringComparison.Ordinal)) ?? MostExact ?? Bare;

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

    private string? MostExact => ImageTags.OrderByDescending(tag => VersionTag.Read(tag)?.Numbers ?? 0).FirstOrDefault();

    /// <summary>Without build metadata.</summary>
    private string Bare => Text.Split('+')[0];

    private ImmutableArray<string> MakeImageTags(ImmutableArray<ImageTagSetting> settings) =>
        Images.ImageTags.For(new ImageFacts(Bare) { Prerelease = Prerelease, IsStable = Prerelease.Length == 0, IsPublic = true }, settings).Tags;
}
