using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>The version files that apply to one project folder, the nearest folder first. Files that do not exist are left out.</summary>
internal sealed record VersionFileSet(ImmutableArray<VersionFileText> Files);
