namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a git hook from being installed, or from letting something pass: RT4200 to RT4299.</summary>
internal static class HookDiagnostics
{
    private const int ShownEntries = 3;

    public static Diagnostic NoSuchHook(string name, IEnumerable<string> hooks) => Usage(
        "RT4200",
        $"'{name}' is no hook that dotnet-release has something to do in. Name one of {string.Join(", ", hooks)}.");

    public static Diagnostic NotWhatGitSays(string line) => Usage(
        "RT4201",
        $"'{line}' is no line that git hands to a pre-push hook. Write the name and the hash here, then the name and the hash there, with blanks between them.");

    public static Diagnostic NoReleaseTag(string tag, bool isOnCommit, IEnumerable<string> patterns) => Refused(
        "RT4202",
        $"The tag '{tag}' {(isOnCommit ? "names" : "is on no commit and names")} no release of this repository, so it is not pushed. {(isOnCommit ? "Name it" : "Put it on one, and name it")} as in {string.Join(" or ", patterns)}, or let such tags pass with 'releaseTools.push.otherTags' in version.json.");

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

    public static Diagnostic TasksAreNoJson(SourceSpot spot) => Usage(
        "RT4210",
        "The tasks are no JSON from here on. Correct the place, or the one just before it.", spot);

    public static Diagnostic WrongTaskValue(SourceSpot spot, string expected) => Usage(
        "RT4211",
        $"A value of another kind is expected here. Write {expected}.", spot);

    public static Diagnostic TaskFailed(SourceSpot spot, string task, int exit, bool isTakenBack) => Refused(
        "RT4212",
        $"The task '{task}' ends with exit code {exit}, so nothing more is done{(isTakenBack ? ", and what the tasks before it staged is taken back" : "")}. Correct what it complains of, stage that, and try again.", spot);

    public static Diagnostic NoSuchCommand(SourceSpot spot, string command) => Usage(
        "RT4213",
        $"There is no program '{command}' on the PATH, and no such file in the task's folder or the repository. Install it, or name it as it is called here, for Windows under 'windows'.", spot);

    public static Diagnostic NoTasks(string path) => Usage(
        "RT4214",
        $"There is no file '{path}'. Write the tasks into it, in Husky.Net's format.");

    public static Diagnostic WrongBranchPattern(SourceSpot spot, string pattern) => Usage(
        "RT4215",
        $"The branch '{pattern}' of this task is no regular expression that can be matched. Correct it, or leave it out for a task of every branch.", spot);

    public static Diagnostic ArgumentForBatch(string program, string argument) => Refused(
        "RT4216",
        $"'{program}' is a batch file, and its argument '{argument}' holds a character that Windows' shell would act on, so it is not started. Name a program under 'windows' instead, or rename the file.");

    public static Diagnostic UnknownVariable(string name) => Warning(
        "RT4217",
        $"There is no variable '{name}' under 'variables', so it stands for no file. Correct its name.");

    public static Diagnostic CommandDoesNotStart(string program, string words) => new(
        "RT4218",
        Severity.Error,
        ExitCode.World,
        $"The system does not start '{program}'. It says: {words}. Make the file executable, or name the program that runs it, such as 'sh', and the file as its argument.");

    public static Diagnostic NoSuchTask(string path, string name, IEnumerable<string> names) => Usage(
        "RT4219",
        $"There is no task '{name}' among those of '{path}'. {Choice(names)}");

    public static Diagnostic NoSuchTaskGroup(string path, string group, IEnumerable<string> groups) => Usage(
        "RT4220",
        $"There is no group '{group}' in '{path}'. {Choice(groups)}");

    public static Diagnostic VariableFails(SourceSpot spot, string variable, int exit, string words) => Refused(
        "RT4221",
        $"The command of the variable '{variable}' ends with exit code {exit}, so its files are not known. {(words.Length == 0 ? "It says nothing." : $"It says: {words}.")} Correct what it complains of, or its arguments.", spot);

    public static Diagnostic NoSuchTaskFolder(SourceSpot spot, string folder) => Usage(
        "RT4222",
        $"There is no folder '{folder}' to run in, from the repository's root. Correct 'cwd', or leave it out for the root.", spot);

    public static Diagnostic NameIsNoText(string file) => Warning(
        "RT4223",
        $"The name of the file {file} is no UTF-8, so no task is told of it, and it is committed as it is staged. Rename it if tasks are to see it.");

    public static Diagnostic PartHasNoPlace(string file) => Warning(
        "RT4224",
        $"A copy of what is staged of '{file}' cannot be laid beside it, since its name is too long or its folder is a folder no more, so no task is told of it, and it is committed as it is staged. Stage what is on disk if tasks are to see it.");

    public static Diagnostic IndexStaysChanged(IReadOnlyCollection<string> entries, string words) => new(
        "RT4225",
        Severity.Error,
        ExitCode.World,
        $"What the tasks staged is not taken back, since git does not write the index. {words} Once no other git works here and its '.lock' file is gone, put back what was staged with 'git update-index{string.Concat(entries.Take(ShownEntries).Select(entry => $" --cacheinfo \"{entry}\""))}'{(entries.Count > ShownEntries ? $", and {entries.Count - ShownEntries} files more" : "")}.");

    public static Diagnostic OthersUseHooks(string main, string other) => Refused(
        "RT4240",
        $"The setting 'core.hooksPath' is shared by all working trees, and '{other}' has hooks that git would not run any more. Run this in the main one, '{main}', if the hooks are to go everywhere, or skip them here with HUSKY=0.");

    public static Diagnostic HooksAreOff(string path, string scope) => Refused(
        "RT4241",
        $"'core.hooksPath' is '{path}'{(scope.Length == 0 ? "" : $" in git's {scope} configuration")}, which is no folder, so hooks are switched off here. Name a folder with 'git config --local core.hooksPath .husky' if they are to run, and install again.");

    public static Diagnostic HuskyIsNoFolder(string path) => Refused(
        "RT4242",
        $"'{path}' is a file, and the hooks would stand in a folder of that name. Rename the file, or name another folder with 'git config --local core.hooksPath hooks', and install again.");

    public static Diagnostic BareHasNoHooks(string folder) => Refused(
        "RT4243",
        $"The repository with the hooks in '{folder}' is bare, so nobody commits in it or pushes from it. Run this in a clone with a working tree.");

    public static Diagnostic HuskyIsUnprepared() => Refused(
        "RT4244",
        "package.json asks for husky, which has not set up its hooks in this clone, and git alone would not run those in .husky. Run 'npm install' (or husky's prepare script), and install again.");

    public static Diagnostic NoPullRequestNumber(string text) => Usage(
        "RT4245",
        $"'{text}' is no number of a pull request. Write the digits alone, as in '--pr-number 12'.");

    public static Diagnostic SettingHasSeveralValues(string setting) => Refused(
        "RT4246",
        $"The repository's own configuration sets '{setting}' more than once, and git changes none of the values. See them with 'git config --local --get-all {setting}', take all of them out with 'git config --local --unset-all {setting}', and try again.");

    public static Diagnostic ReleaseMoves(string tag, string commit, string published) => Refused(
        "RT4247",
        $"The tag '{tag}' is published on {published} and would be moved to {commit}, so it is not pushed: whoever has the release keeps the old one. Tag the next version instead, or go past this check once with 'HUSKY=0 git push'.");

    public static Diagnostic VersionIsTaken(string tag, string commit, string other, string otherCommit) => Refused(
        "RT4248",
        $"The tag '{tag}' on {commit} is the version that '{other}' on {otherCommit} is already, so it is not pushed. Delete it with 'git tag --delete {tag}', and tag the version that 'dotnet release version next' prints.");

    public static Diagnostic VersionRunsAhead(string tag, string commit, string other, string otherCommit) => Refused(
        "RT4249",
        $"The tag '{tag}' on {commit} is higher than '{other}' on {otherCommit}, which is built on it, so it is not pushed. Delete it with 'git tag --delete {tag}', and tag a version below that one, or a later commit.");

    private static string Choice(IEnumerable<string> names) =>
        string.Join(", ", names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => $"'{name}'")) is { Length: > 0 } known ? $"Choose one of {known}, or write it into that file." : "Write it into that file.";

    private static Diagnostic Warning(string code, string message) => new(code, Severity.Warning, ExitCode.Done, message);

    private static Diagnostic Refused(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.No, message, spot);

    private static Diagnostic Usage(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
