using ReleaseTools.Git;

namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with a version that is handed over to where git is not: RT1060 and on.</summary>
internal static class HandoverDiagnostics
{
    public static Diagnostic DamagedLock(string path) => Usage(
        "RT1060",
        $"'{path}' is not as 'dotnet release version pack' wrote it: it was edited or cut short. Pack again in a clone.");

    public static Diagnostic OtherLock(string path, string tool) => Usage(
        "RT1061",
        $"'{path}' was packed by another release of ReleaseTools ({tool}), in a shape this one does not know. Pack again with the release the build uses.");

    public static Diagnostic NotInLock(string path, string folder) => Usage(
        "RT1062",
        $"'{path}' holds no version for '{folder}': it had none where it was packed, or it is a repository of its own. See what 'dotnet release version pack' says there; in a submodule, pack as well.");

    public static Diagnostic Stale(string path, CommitId packed, CommitId head) => Warning(
        "RT1063",
        $"'{path}' holds the version of {packed}, and {head} is checked out. git's word counts, so it is not used. Run 'dotnet release version pack' again, or delete it.");

    public static Diagnostic Unproven(string path, CommitId packed, CommitId? head, string why) => World(
        "RT1064",
        $"'{path}' holds the version of {packed}, {(head is { } commit ? $"and .git says that {commit} is checked out" : "and which commit is checked out cannot be read from .git")}; git itself cannot be asked: {why} Leave .git out, as with a line '.git' in .dockerignore, or pack again.");

    public static Diagnostic PublicReleaseIsPacked(string path, bool packed) => Usage(
        "RT1065",
        $"The version in '{path}' was packed {(packed ? "as a public release" : "as no public release")}, and the build says otherwise. Run 'dotnet release version pack --public-release {(packed ? "false" : "true")}'.");

    public static Diagnostic NotCommitted(string path) => Warning(
        "RT1066",
        $"'{path}' is edited and not committed, and what is packed is the committed version. Commit it and pack again.");

    public static Diagnostic NotIgnored(string path) => Warning(
        "RT1067",
        $"git does not ignore '{path}', which is right for one commit only. Add it to .gitignore.");

    public static Diagnostic PackDiffers(string path, CommitId head) => new(
        "RT1068",
        Severity.Error,
        ExitCode.No,
        $"'{path}' is not what packing {head} gives. Run 'dotnet release version pack'.");

    public static Diagnostic UntaggedArchive(string path, CommitId commit) => World(
        "RT1069",
        $"This is a source archive of {commit} ('{path}'), its tags do not tell the whole version, and an archive has no history to ask. Build the archive of a release tag, or add a packed version to the archive: 'git archive --prefix=.release/ --add-file=.release/version.lock --prefix= HEAD'.");

    public static Diagnostic DamagedArchive(string path) => Usage(
        "RT1070",
        $"'{path}' does not hold what git writes into it. Commit it as 'dotnet release version archive' makes it.");

    public static Diagnostic TwoCommits(string path, CommitId packed, CommitId archived) => Usage(
        "RT1074",
        $"'{path}' holds the version of {packed}, and it lies in a source archive of {archived}. Pack that commit, or delete the file.");

    public static Diagnostic OtherFolders(string path, string folder) => World(
        "RT1075",
        $"'{path}' is not used: the commit it was packed at has no folder '{folder}'. Keep the folders as they are in the repository, or pack the folder that goes alone with '--project'.");

    public static Diagnostic FolderIsUnclear(string path, string folder, IEnumerable<string> known) => Usage(
        "RT1076",
        $"'{path}' holds no folder '{folder}', and more than one that differs from it in case only: {string.Join(", ", known.Select(name => $"'{name}'"))}. Name the folder as it is in git.");

    /// <summary>Whether git cannot be asked, so that a version handed over may stand in for it.</summary>
    public static bool KeepsGitAway(Diagnostic diagnostic) => diagnostic.Code is "RT1001" or "RT1002" or "RT1003";

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);

    private static Diagnostic World(string code, string message) => new(code, Severity.Error, ExitCode.World, message);

    private static Diagnostic Warning(string code, string message) => new(code, Severity.Warning, ExitCode.Done, message);
}
