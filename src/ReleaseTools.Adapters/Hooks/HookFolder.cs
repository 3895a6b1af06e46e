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
            Hooks = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(IsHook).Select(file => Path.GetFileName(file))] : [],
            Scripts = new[] { folder, husky }.Distinct()
                .Select(where => (where, file: Path.Combine(where, HookScript.Name)))
                .Where(hook => File.Exists(hook.file))
                .ToDictionary(hook => hook.where, hook => Bytes.GetString(File.ReadAllBytes(hook.file))),
        };
    }

    /// <summary>The hook first, then the setting that makes git run it.</summary>
    public static void Apply(GitRepository repository, HookPlan plan)
    {
        if (plan is { IsChanged: true, Text: { } text })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(plan.File)!);
            AtomicFile.Write(plan.File, Bytes.GetBytes(text), isExecutable: true);
        }

        if (plan.HooksPath is { } path)
        {
            var git = new GitProcess(repository.Root);
            git.Output(path.Length == 0 ? ["config", "--local", "--unset", Setting] : ["config", "--local", Setting, path]);
        }

        if (plan is { IsChanged: true, Text: null })
        {
            File.Delete(plan.File);
        }
    }

    /// <summary>A hook's name is made of letters and hyphens; git runs no other file, and on Unix none that is not executable.</summary>
    private static bool IsHook(string file) =>
        Path.GetFileName(file).All(character => char.IsAsciiLetterLower(character) || character is '-' or '2')
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
