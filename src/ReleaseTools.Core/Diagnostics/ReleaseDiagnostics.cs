using ReleaseTools.Git;

namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with the version a release is to have: RT1030 to RT1039.</summary>
internal static class ReleaseDiagnostics
{
    public static Diagnostic ReleaseAsIsNoVersion(CommitId commit, string text) => Refused(
        "RT1030",
        $"Commit {commit} says 'Release-As: {text}', which is not a version as Semantic Versioning 2.0 defines it. Commit another, as in 'Release-As: 2.0.0', or say what to raise with '--bump'.");

    public static Diagnostic ReleaseAsIsNotAbove(CommitId commit, string version, string last) => Refused(
        "RT1031",
        $"Commit {commit} says 'Release-As: {version}', and {last} is released. Commit another with a higher version, or say what to raise with '--bump'.");

    public static Diagnostic VersionIsTaken(string version, string tag, CommitId commit) => Refused(
        "RT1032",
        $"The next version is {version}, and tag '{tag}' on commit {commit} has it. Merge that commit if its changes belong here; otherwise name a free version, as in '--bump patch' or a commit with 'Release-As'.");

    public static Diagnostic PrereleaseGoesBack(string version, string tag) => Refused(
        "RT1033",
        $"The next prerelease is {version}, and tag '{tag}' is ahead of it. Go on with the name of that one, or with one that sorts after it, as rc does after beta.");

    public static Diagnostic NotAPrerelease(string name) => new(
        "RT1034",
        Severity.Error,
        ExitCode.Usage,
        $"No prerelease can be called '{name}'. Write letters, digits and hyphens, as in '--prerelease rc'.");

    public static Diagnostic NoHigherNumber(string version, string number) => Refused(
        "RT1035",
        $"The {number} number of {version} is the highest there is. Raise another with '--bump'.");

    /// <param name="boundary">Where the clone is cut off.</param>
    /// <param name="wholeHistory">What makes the CI host check out the whole history, or null where no host is known.</param>
    public static Diagnostic ReleasesAreCut(CommitId boundary, string? wholeHistory) => new(
        "RT1036",
        Severity.Error,
        ExitCode.World,
        $"The last release is not sure: this clone is cut off at {boundary}, and a higher one may lie behind that. {VersionDiagnostics.Unshallow(wholeHistory)}");

    private static Diagnostic Refused(string code, string message) => new(code, Severity.Error, ExitCode.No, message);
}
