namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a git hook from being installed, or from letting something pass: RT4200 to RT4299.</summary>
internal static class HookDiagnostics
{
    public static Diagnostic NoSuchHook(string name, IEnumerable<string> hooks) => Usage(
        "RT4200",
        $"'{name}' is no hook that dotnet-release has something to do in. Name one of {string.Join(", ", hooks)}.");

    public static Diagnostic NotWhatGitSays(string line) => Usage(
        "RT4201",
        $"'{line}' is no line that git hands to a pre-push hook. Write the name and the hash here, then the name and the hash there, with blanks between them.");

    public static Diagnostic NoReleaseTag(string tag, IEnumerable<string> patterns) => Refused(
        "RT4202",
        $"The tag '{tag}' names no release of this repository, so it is not pushed. Name it as in {string.Join(" or ", patterns)}, or let such tags pass with 'releaseTools.push.otherTags' in version.json.");

    public static Diagnostic VersionGoesBack(string tag, string commit, string other, string otherCommit) => Refused(
        "RT4203",
        $"The tag '{tag}' on {commit} goes behind '{other}' on {otherCommit}, so it is not pushed. Delete it with 'git tag --delete {tag}', and tag the version that 'dotnet release version next' prints.");

    public static Diagnostic LightweightTag(string tag) => Refused(
        "RT4204",
        $"The tag '{tag}' is lightweight, and version.json asks for annotated ones ('releaseTools.push.annotatedTags'). Make it anew with 'git tag --annotate --force {tag} {tag}'.");

    public static Diagnostic UnfinishedCommit(string commit, string header) => Refused(
        "RT4205",
        $"The commit {commit} is to be put into another one before it is pushed: '{header}'. Run 'git rebase --interactive --autosquash' onto the branch it goes to.");

    public static Diagnostic NoPullRequestTitle() => Usage(
        "RT4206",
        "A pull request's description or number is given without its title. Give the title with '--pr-title': it becomes the first line.");

    private static Diagnostic Refused(string code, string message) => new(code, Severity.Error, ExitCode.No, message);

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);
}
