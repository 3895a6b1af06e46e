using ReleaseTools.Git;

namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a version from leading back to its commits: RT1071 and on.</summary>
internal static class LookupDiagnostics
{
    public static Diagnostic NobodyMadeIt(string version) => new(
        "RT1071",
        Severity.Error,
        ExitCode.No,
        $"No commit on a branch or tag here makes the version '{version}'. Fetch the branches and tags that are missing, or name the folder with '--project'.");

    public static Diagnostic NoVersionToLookUp(string version) => new(
        "RT1072",
        Severity.Error,
        ExitCode.Usage,
        $"'{version}' is not a version. Write two to four numbers and what follows them, as in '1.4.7', '1.4.7.30578' or '1.4.7-beta.g77729c063a'.");

    public static Diagnostic CutHistory(CommitId boundary) => new(
        "RT1073",
        Severity.Error,
        ExitCode.World,
        $"This clone is cut off at {boundary}, so which commits make a version cannot be said. Run 'git fetch --unshallow', or check out with 'fetch-depth: 0'.");
}
