namespace ReleaseTools.Changelog;

/// <summary>What a file is to say of one version.</summary>
/// <param name="Changelog">What is told.</param>
/// <param name="Rendered">The section, as a renderer wrote it.</param>
/// <param name="Style">How it was written.</param>
internal sealed record WrittenSection(Changelog Changelog, string Rendered, ChangelogStyle Style);
