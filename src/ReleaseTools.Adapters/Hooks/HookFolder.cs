using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Looks at a repository's hooks, and changes them as a plan says.</summary>
internal static class HookFolder
{
    /// <summary>Where husky (npm) has git look, and what stands there in every version since 9.</summary>
    private const string Generated = "_";
    private const string Generator = "h";

    private static readonly string[] DependencyLists = ["devDependencies", "dependencies"];

    /// <summary>Hooks are text of ASCII around text of anybody: this encoding gives back every byte.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static HookFacts Observe(GitRepository repository)
    {
        var git = new GitProcess(repository.Root);
        var setting = git.Ask("config", "-z", "--show-scope", "--get", HooksSetting.Name).Output.Split('\0');
        var path = setting is [_, var value, ..] ? value : null;
        var folder = Path.GetFullPath(git.Output("rev-parse", "--git-path", "hooks").TrimEnd('\n'), repository.Root);
        var husky = Path.Combine(repository.Root, HookPlan.Husky);
        var started = StartedFolder(path, folder);
        var isOurs = path is not null && new HooksSetting(repository.Root).IsOurs(path);
        var (main, others) = isOurs ? Trees(git, repository.Root) : (null, []);

        return new HookFacts
        {
            ConfiguredPath = path,
            Scope = setting[0],
            IsSettingOurs = isOurs,
            MainTree = main,
            OtherTrees = others,
            Folder = folder,
            StartedFolder = started,
            HuskyFolder = husky,
            Attributes = Path.Combine(husky, HookAttributes.Name) is var attributes && Path.Exists(attributes) ? Read(attributes) with { TrackedText = TrackedText(git, repository.Root, attributes) } : null,
            IsBare = repository.IsBare,
            IsHuskyUnprepared = IsHuskyUnprepared(repository.Root, husky),
            NoFolders = [.. new[] { folder, husky }.Where(File.Exists)],
            Hooks = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Where(file => IsHookName(Path.GetFileName(file)) && IsOn(file)).Select(file => Path.GetFileName(file))] : [],
            Scripts = new[] { folder, husky, started ?? folder }.Distinct()
                .SelectMany(where => GitHook.All.Select(hook => Path.Combine(where, hook.Name)))
                .Where(file => File.Exists(file) || IsLink(file))
                .ToDictionary(file => file, file => Read(file) with { TrackedText = TrackedText(git, repository.Root, file) }),
        };
    }

    /// <summary>The hooks first, then the setting that makes git run them; where the setting cannot be made, new hooks go again.</summary>
    public static void Apply(GitRepository repository, HookPlan plan)
    {
        var emptyFolders = new EmptyFolders(repository.Root);

        foreach (var change in plan.Files)
        {
            if (change is { IsChanged: true, Text: { } text })
            {
                var folder = Path.GetDirectoryName(change.File)!;

                if (IsInTree(folder, repository.Root))
                {
                    emptyFolders.Note(folder);
                }

                Directory.CreateDirectory(folder);

                // What is added to keeps its mode: a shell starts it beside husky, and git on Windows.
                AtomicFile.Write(change.File, Bytes.GetBytes(text), isExecutable: change.IsNew);
            }

            if (change.IsSwitchedOn && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(change.File, File.GetUnixFileMode(change.File) | Execute);
            }
        }

        string[] attributes = plan.Attributes is { File: var file } ? [file] : [];
        var isWritten = plan.Attributes is { IsRemoved: false };

        if (isWritten)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(attributes[0])!);
            AtomicFile.Write(attributes[0], Bytes.GetBytes(HookAttributes.Text));
        }

        try
        {
            Configure(plan.HooksPath, repository.Root);
        }
        catch (ReleaseException)
        {
            Remove([.. plan.Files.Where(change => change.IsNew).Select(change => change.File), .. isWritten ? attributes : []], repository.Root, emptyFolders);
            throw;
        }

        Remove([.. plan.Files.Where(change => change is { IsChanged: true, Text: null }).Select(change => change.File), .. isWritten ? [] : attributes], repository.Root, emptyFolders);
    }

    private static void Configure(string? path, string root)
    {
        if (path is { Length: > 0 })
        {
            new HooksSetting(root).Set(path);
        }
        else if (path is not null)
        {
            new HooksSetting(root).Unset();
        }
    }

    /// <summary>With folders of the working tree that hold nothing else and were not there before, which git does not know either.</summary>
    private static void Remove(string[] files, string root, EmptyFolders emptyFolders)
    {
        foreach (var file in files)
        {
            File.Delete(file);

            for (var folder = Path.GetDirectoryName(file)!; IsInTree(folder, root) && !Directory.EnumerateFileSystemEntries(folder).Any() && !emptyFolders.Take(folder); folder = Path.GetDirectoryName(folder)!)
            {
                Directory.Delete(folder);
            }
        }
    }

    private static bool IsInTree(string folder, string root) => folder != root && RealPath.IsWithin(folder, root) && !RealPath.IsWithin(folder, Path.Combine(root, ".git"));

    private static string? StartedFolder(string? configured, string folder) =>
        Path.GetFileName(folder.TrimEnd('/')) == Generated && (configured?.TrimEnd('/') == $"{HookPlan.Husky}/{Generated}" || File.Exists(Path.Combine(folder, Generator)))
            ? Path.GetDirectoryName(folder.TrimEnd('/'))
            : null;

    private static HookFile Read(string file) =>
        new(LeadsToFile(file) ? Bytes.GetString(File.ReadAllBytes(file)) : "", IsOn(file), IsLink(file));

    /// <summary>The main working tree unless it is this one, and all others that have hooks of ours. git names the main one first.</summary>
    private static (string? Main, ImmutableArray<string> Others) Trees(GitProcess git, string root)
    {
        const string Name = "worktree ";
        var entries = git.Output("worktree", "list", "--porcelain").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('\n')).ToArray();
        var trees = entries.Where(lines => !lines.Contains("bare")).Select(lines => Path.GetFullPath(lines[0][Name.Length..])).ToArray();
        var main = entries is [var first, ..] && !first.Contains("bare") && trees[0] != root ? trees[0] : null;
        return (main, [.. trees.Where(tree => tree != root && GitHook.All.Any(hook => File.Exists(Path.Combine(tree, HookPlan.Husky, hook.Name))))]);
    }

    /// <summary>On Windows every hook is taken for one that husky starts, since no file there says otherwise.</summary>
    private static bool IsHuskyUnprepared(string root, string husky) =>
        Directory.Exists(husky)
        && Directory.EnumerateFiles(husky).Any(file => IsHookName(Path.GetFileName(file)) && (OperatingSystem.IsWindows() || !IsOn(file)))
        && AsksForHusky(Path.Combine(root, "package.json"));

    private static bool AsksForHusky(string file)
    {
        try
        {
            using var package = JsonDocument.Parse(File.Exists(file) ? File.ReadAllBytes(file) : "{}"u8.ToArray());
            return package.RootElement.ValueKind == JsonValueKind.Object
                && DependencyLists.Any(list =>
                    package.RootElement.TryGetProperty(list, out var packages) && packages.ValueKind == JsonValueKind.Object && packages.TryGetProperty("husky", out _));
        }
        catch (JsonException)
        {
            // npm reads no such file either.
            return false;
        }
    }

    /// <summary>As the next commit will have it.</summary>
    private static string? TrackedText(GitProcess git, string root, string file) =>
        git.Ask("cat-file", "blob", $":{Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')}") is { ExitCode: 0 } answer ? answer.Output : null;

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
