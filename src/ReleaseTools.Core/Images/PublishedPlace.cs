using System.Collections.Immutable;

namespace ReleaseTools.Images;

/// <summary>One place an image is at, and the tags it has there. Without a registry it is an archive or a local engine.</summary>
internal sealed record PublishedPlace(string Registry, string Repository, ImmutableArray<string> Tags);
