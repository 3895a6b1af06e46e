namespace ReleaseTools.Versioning;

/// <summary>An expression of publicReleaseRefSpec, and the branch or tag it matches.</summary>
internal sealed record PublicMatch(string Expression, string Name);
