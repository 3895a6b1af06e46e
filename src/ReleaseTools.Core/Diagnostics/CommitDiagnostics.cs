namespace ReleaseTools.Diagnostics;

/// <summary>What can keep commits from being read, checked or told: RT4020 to RT4099.</summary>
internal static class CommitDiagnostics
{
    public static Diagnostic NoMessage() => Usage(
        "RT4020",
        "There is no commit message to check. Name one with '--edit FILE', '--message TEXT' or '--from A --to B', or write it to standard input.");

    public static Diagnostic SeveralMessages() => Usage(
        "RT4021",
        "More than one source of messages is named. Give one of '--edit', '--message' and '--from'.");

    public static Diagnostic NoMessageFile(string path) => Usage(
        "RT4022",
        $"There is no file '{path}'. Name the file git hands to a commit-msg hook, as in '--edit \"$1\"'.");

    public static Diagnostic NotARange(string text) => Usage(
        "RT4030",
        $"'{text}' is not a range of commits. Write two commits with two dots between them, as in 'v1.3.0..v1.4.0' or 'v1.3.0..'.");

    public static Diagnostic NoRange() => Usage(
        "RT4031",
        "It is not said which commits are meant. Give one of a range, as in 'v1.3.0..v1.4.0', '--unreleased', '--latest', '--version' and '--all'.");

    public static Diagnostic RangeIsCut(string boundary) => new(
        "RT4032",
        Severity.Error,
        ExitCode.World,
        $"The range goes past {boundary}, where this shallow clone is cut off, so commits are missing from it. Run 'git fetch --unshallow', or check out with 'fetch-depth: 0'.");

    public static Diagnostic NoSuchFormat(string name, IEnumerable<string> formats) => Usage(
        "RT4033",
        $"There is no changelog format '{name}'. Write one of {string.Join(", ", formats)}.");

    public static Diagnostic NoSuchReport(string name) => Usage(
        "RT4140",
        $"There is no form of report '{name}'. Write 'text' or 'commitlint'.");

    public static Diagnostic HookIsNoShellScript(string path, string command) => new(
        "RT4041",
        Severity.Error,
        ExitCode.No,
        $"'{path}' is a hook of another kind than a shell script, so nothing is added to it. Let it run 'dotnet-release {command}' with what git hands to it, or install the other hooks by name.");

    public static Diagnostic HooksAreShared(string path, string scope) => new(
        "RT4042",
        Severity.Error,
        ExitCode.No,
        $"'core.hooksPath' is '{path}' in git's {scope} configuration, which other repositories use too. Set it for this one with 'git config --local core.hooksPath .husky', and install again.");

    public static Diagnostic HookIsLink(string path, string command) => new(
        "RT4043",
        Severity.Error,
        ExitCode.No,
        $"'{path}' is a link to another file, which may serve other repositories too, so nothing is changed. Put a file in its place, or let the file it leads to run 'dotnet-release {command}'.");

    public static Diagnostic HookIsOff(string path) => new(
        "RT4044",
        Severity.Error,
        ExitCode.No,
        $"'{path}' is not executable, so git does not run it, and the check cannot be added without switching on its other lines. Make it executable if they are to run, or remove it, and install again.");

    public static Diagnostic SettingIsRefused(string setting, bool isSet, string words) => new(
        "RT4045",
        Severity.Error,
        ExitCode.World,
        $"git does not {(isSet ? "write" : "take out")} the setting '{setting}', so {(isSet ? "nothing is installed" : "it goes on running the hooks there")}. It says: {words.ReplaceLineEndings(" ").TrimEnd('.')}. Make the repository's .git/config writable, and {(isSet ? "install" : "uninstall")} again.");

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);
}
