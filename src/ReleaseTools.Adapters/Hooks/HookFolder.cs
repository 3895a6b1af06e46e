using System.Text;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Looks at a repository's hooks, and changes them as a plan says.</summary>
internal static class HookFolder
{
    private const string Setting = "core.hooksPath";

    /// <summary>Hooks are text of ASCII around text of anybody: this encoding gives back every byte.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static HookFacts Observe(GitRepository repository)
    {
        var git = new GitProcess(repository.Root);
        var setting = git.Ask("config", "-z", "--show-scope", "--get", Setting).Output.Split('\0');
        var folder = Path.GetFullPath(git.Output("rev-parse", "--git-path", "hooks").TrimEnd('\n'), repository.Root);
        var husky = Path.Combine(repository.Root, HookPlan.Husky);

        return new HookFacts
        {
            ConfiguredPath = setting is [_, var path, ..] ? path : null,
            Scope = setting[0],
            Folder = folder,
            HuskyFolder = husky,
            Hooks = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(file => IsHookName(Path.GetFileName(file)) && IsOn(file)).Select(file => Path.GetFileName(file))] : [],
            Scripts = new[] { folder, husky }.Distinct()
                .Select(where => (where, file: Path.Combine(where, HookScript.Name)))
                .Where(hook => File.Exists(hook.file) || IsLink(hook.file))
                .ToDictionary(hook => hook.where, hook => Read(hook.file)),
        };
    }

    /// <summary>The hook first, then the setting that makes git run it; where the setting cannot be made, a new hook goes again.</summary>
    public static void Apply(GitRepository repository, HookPlan plan)
    {
        var isNew = !File.Exists(plan.File);

        if (plan is { IsChanged: true, Text: { } text })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(plan.File)!);
            AtomicFile.Write(plan.File, Bytes.GetBytes(text), isExecutable: true);
        }

        if (plan.IsSwitchedOn && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(plan.File, File.GetUnixFileMode(plan.File) | Execute);
        }

        if (plan.HooksPath is { } path)
        {
            Configure(new GitProcess(repository.Root), path, plan, isNew);
        }

        if (plan is { IsChanged: true, Text: null })
        {
            File.Delete(plan.File);
        }
    }

    private static void Configure(GitProcess git, string path, HookPlan plan, bool isNew)
    {
        var answer = git.Ask(path.Length == 0 ? ["config", "--local", "--unset", Setting] : ["config", "--local", Setting, path]);

        if (answer.ExitCode == 0)
        {
            return;
        }

        if (isNew)
        {
            File.Delete(plan.File);
        }

        throw new ReleaseException(CommitDiagnostics.SettingIsRefused(Setting, answer.Words));
    }

    private static HookFile Read(string file) =>
        new(LeadsToFile(file) ? Bytes.GetString(File.ReadAllBytes(file)) : "", IsOn(file), IsLink(file));

    /// <summary>Letters and hyphens, and the digit of <c>p4-pre-submit</c>; not the dot of a sample or a copy.</summary>
    private static bool IsHookName(string name) => name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>On Unix git runs no file that is not executable, and nowhere one that a link promises and is not there.</summary>
    private static bool IsOn(string file) => LeadsToFile(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Execute) != 0);

    /// <summary>Other than <see cref="File.Exists"/>, which takes the link itself for a file.</summary>
    private static bool LeadsToFile(string file)
    {
        try
        {
            return (File.ResolveLinkTarget(file, returnFinalTarget: true) ?? new FileInfo(file)).Exists;
        }
        catch (IOException)
        {
            // Links in a circle.
            return false;
        }
    }

    private static bool IsLink(string file) => new FileInfo(file).LinkTarget is not null;
}
