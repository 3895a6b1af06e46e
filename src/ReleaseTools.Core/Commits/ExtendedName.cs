using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>The name of a configuration that another one extends, and where it says so.</summary>
internal sealed record ExtendedName(string Name, SourceSpot Spot);
