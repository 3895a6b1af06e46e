using ReleaseTools.Git;

namespace ReleaseTools.Diagnostics;

/// <summary>What can keep git, or a history, from giving a version: RT1….</summary>
internal static class VersionDiagnostics
{
    /// <summary>Fewer commits are not worth a round trip; beyond it a history doubles each time.</summary>
    private const int LeastDeepening = 100;

    public static Diagnostic NoGit() => World(
        "RT1001",
        "The program 'git' is not on the PATH. Install git 2.31 or later, or put its folder on the PATH.");

    public static Diagnostic NoRepository(string folder) => World(
        "RT1002",
        $"'{folder}' is in no git repository. Run this in a clone; for a build without one, run 'dotnet release version pack' before the files leave it, or set the property ReleaseToolsFallbackVersion.");

    public static Diagnostic GitRefuses(string folder, string words) => World(
        "RT1003",
        $"git does not open the repository at '{folder}'. It says: {OneLine(words)}. Run 'git status' there and do what it asks; where the folder is another user's, that is 'git config --global --add safe.directory {folder}'.");

    public static Diagnostic GitStopped(string command, int exitCode, string words) => World(
        "RT1004",
        $"'git {command}' ended with exit code {exitCode}. It says: {OneLine(words)}. Run it by hand to see more.");

    public static Diagnostic NoSuchCommit(string name) => Usage(
        "RT1005",
        $"'{name}' names no commit of this repository. Write a branch, a tag or a hash that 'git rev-parse' knows.");

    /// <param name="boundary">Where the clone is cut off.</param>
    /// <param name="commits">How many commits of the history it holds. How many are missing only the remote knows.</param>
    /// <param name="wholeHistory">What makes the CI host check out the whole history, or null where no host is known.</param>
    public static Diagnostic ShallowClone(CommitId boundary, int commits, string? wholeHistory) => World(
        "RT1006",
        $"The version height cannot be counted: this clone holds {(commits == 1 ? "1 commit" : $"{commits} commits")} and is cut off at {boundary}, before the commit that set the version. "
        + $"Run 'git fetch --unshallow', or 'git fetch --deepen={Math.Max(LeastDeepening, commits)}' as often as it takes; {Next(wholeHistory)}.");

    public static Diagnostic HeightTooLarge(int height) => Usage(
        "RT1007",
        $"The version height with its offset is {height}, and an assembly version holds numbers up to 65534. Raise the version in version.json, or set 'versionHeightOffset'.");

    public static Diagnostic HeightNegative(int height) => Usage(
        "RT1008",
        $"The version height with its offset is {height}. Set 'versionHeightOffset' so that it is 0 or more.");

    public static Diagnostic NoSuchFolder(string folder) => Usage(
        "RT1009",
        $"There is no folder '{folder}'. Name one that exists.");

    public static Diagnostic NoCommits(string folder) => World(
        "RT1010",
        $"The repository at '{folder}' has no commits, so nothing has a version yet. Make the first one.");

    /// <summary>Whether there is nothing to ask, no git, no repository, no release tag on an archive, rather than something wrong with what there is.</summary>
    public static bool SaysNothingToAsk(Diagnostic diagnostic) => diagnostic.Code is "RT1001" or "RT1002" or "RT1069" or "RT1075";

    public static Diagnostic CiDisagrees(string host, string reference, string commit, CommitId head) => Warning(
        "RT1011",
        $"{host} says that '{reference}' at {new CommitId(commit)} is built, and {head} is checked out. git's word counts, so this build stands for no branch or tag but git's. Check out the commit the job was started for if that is not meant.");

    public static Diagnostic FolderOfTwoLines(string folder) => Usage(
        "RT1012",
        $"The name of the folder '{OneLine(folder)}' holds a line break, which git's answers cannot carry. Rename the folder.");

    public static Diagnostic ShallowTags(CommitId boundary, string? wholeHistory) => World(
        "RT1020",
        $"The release behind this commit cannot be found: this clone is cut off at {boundary}, and releases may lie behind that. {Unshallow(wholeHistory)}");

    public static Diagnostic CannotRaise(string tag) => Usage(
        "RT1021",
        $"A number of '{tag}' is the highest there is, so no version comes after it. Delete the tag, or tag a later commit with another version.");

    public static Diagnostic BelowFloor(string tag, string floor) => Warning(
        "RT1022",
        $"The release '{tag}' on this commit is below the least version '{floor}', and a release is taken as it is. Raise the tag, or lower 'version'.");

    public static Diagnostic HiddenRelease(string hidden, string taken) => Warning(
        "RT1023",
        $"The version follows the release '{taken}', and the higher '{hidden}' is hidden behind it, so versions go backwards. Delete '{taken}' if it was not meant, or tag the next release above '{hidden}'.");

    public static Diagnostic NoTagWithPrefix(string? prefix, string tag, string meant) => Warning(
        "RT1024",
        $"No tag is {(prefix is null ? "a version with or without a 'v' before it" : $"a version behind '{prefix}'")}, so no release is known; '{tag}' would be one with \"tagPrefix\": \"{meant}\". Set it under 'releaseTools' if it is the one.");

    /// <summary>How a shallow clone gets all releases, now and in CI the next time.</summary>
    public static string Unshallow(string? wholeHistory) => $"Run 'git fetch --unshallow --tags'; {Next(wholeHistory)}.";

    /// <summary>What keeps CI from the same next time.</summary>
    private static string Next(string? wholeHistory) => wholeHistory is null ? "in GitHub Actions check out with 'fetch-depth: 0'" : $"for the next run {wholeHistory}";

    /// <summary>What git said, as part of a sentence of ours.</summary>
    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);

    private static Diagnostic Warning(string code, string message) => new(code, Severity.Warning, ExitCode.Done, message);

    private static Diagnostic World(string code, string message) => new(code, Severity.Error, ExitCode.World, message);
}
