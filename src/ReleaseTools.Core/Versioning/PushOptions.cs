namespace ReleaseTools.Versioning;

/// <summary>What version.json says under <c>releaseTools.push</c>: which tags the pre-push hook lets pass.</summary>
internal sealed record PushOptions
{
    public static PushOptions Default { get; } = new();

    /// <summary>Whether a release tag has to be annotated or signed.</summary>
    public bool AnnotatedTags { get; init; }

    /// <summary>Whether a tag may be pushed that names no release.</summary>
    public OtherTags OtherTags { get; init; }
}
