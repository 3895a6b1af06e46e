using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>A commit that makes a version somebody asked for.</summary>
/// <param name="Made">The version, and the commit's name.</param>
/// <param name="Date">When it was committed.</param>
/// <param name="Subject">Its message's first line.</param>
internal sealed record FoundCommit(MadeVersion Made, DateTimeOffset Date, string Subject);
