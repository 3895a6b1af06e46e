using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A value as a file says it, and where.</summary>
internal sealed record WrittenValue(string Text, SourceSpot Spot);
