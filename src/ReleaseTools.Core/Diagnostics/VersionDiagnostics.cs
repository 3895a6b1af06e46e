using ReleaseTools.Git;

namespace ReleaseTools.Diagnostics;

/// <summary>What can keep git, or a history, from giving a version: RT1….</summary>
internal static class VersionDiagnostics
{
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

    public static Diagnostic ShallowClone(CommitId boundary) => World(
        "RT1006",
        $"The version height cannot be counted: this clone is cut off at {boundary}, before the commit that set the version. Run 'git fetch --unshallow', or check out with 'fetch-depth: 0'.");

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
        $"The repository at '{folder}' has no commits, so nothing has a version yet. Commit version.json first.");

    /// <summary>Whether there is nothing to ask, no git, no repository, no release tag on an archive, rather than something wrong with what there is.</summary>
    public static bool SaysNothingToAsk(Diagnostic diagnostic) => diagnostic.Code is "RT1001" or "RT1002" or "RT1069";

    public static Diagnostic CiDisagrees(string host, string reference, string commit, CommitId head) => new(
        "RT1011",
        Severity.Warning,
        ExitCode.Done,
        $"{host} says that '{reference}' at {new CommitId(commit)} is built, and {head} is checked out. git's word counts, so this build stands for no branch or tag but git's. Check out the commit the job was started for if that is not meant.");

    public static Diagnostic FolderOfTwoLines(string folder) => Usage(
        "RT1012",
        $"The name of the folder '{OneLine(folder)}' holds a line break, which git's answers cannot carry. Rename the folder.");

    /// <summary>What git said, as part of a sentence of ours.</summary>
    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);

    private static Diagnostic World(string code, string message) => new(code, Severity.Error, ExitCode.World, message);
}
