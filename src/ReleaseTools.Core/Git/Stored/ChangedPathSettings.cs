namespace ReleaseTools.Git.Stored;

/// <summary>How the changed-path filters of a commit-graph were made.</summary>
/// <param name="HashVersion">1 takes bytes above 127 for negative numbers; 2 does not.</param>
/// <param name="Hashes">How many bits stand for a path.</param>
internal sealed record ChangedPathSettings(int HashVersion, int Hashes);
