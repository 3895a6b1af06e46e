namespace ReleaseTools.Versioning;

/// <summary>What version.json says under <c>releaseTools</c> about versions from tags.</summary>
internal sealed record TagOptions
{
    public static TagOptions Default { get; } = new();

    /// <summary>What stands before the version in a tag's name; null lets a <c>v</c> stand there or nothing.</summary>
    public string? Prefix { get; init; }

    public TagIncrement AutoIncrement { get; init; } = TagIncrement.Patch;

    /// <summary>The prerelease behind a finished release, before the height.</summary>
    public string PrereleaseIdentifiers { get; init; } = "alpha.0";

    /// <summary>Without its plus sign; empty for none.</summary>
    public string BuildMetadata { get; init; } = "";

    /// <summary>Whether commits behind a release keep its version.</summary>
    public bool IgnoreHeight { get; init; }

    /// <summary>The version where no release is reached.</summary>
    public string NoRelease => $"0.0.0-{PrereleaseIdentifiers}";
}
