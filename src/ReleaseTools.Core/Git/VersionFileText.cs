namespace ReleaseTools.Git;

/// <summary>A version file as found: its path from the repository's root, with forward slashes, and what it says.</summary>
internal sealed record VersionFileText(string Path, string Text);
