using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks;

/// <summary>What is to change so that git runs this product in its hooks, or no longer does.</summary>
/// <param name="Files">The hooks, each of them.</param>
/// <param name="HooksPath">What <c>core.hooksPath</c> is to be in the repository's own configuration: empty to unset it, null to leave it.</param>
internal sealed record HookPlan(ImmutableArray<HookChange> Files, string? HooksPath)
{
    public const string Husky = ".husky";

    /// <summary>Other working trees in which git runs hooks no more either.</summary>
    public ImmutableArray<string> AlsoWithout { get; init; } = [];

    /// <summary>Null where nothing becomes of them.</summary>
    public HookAttributes? Attributes { get; init; }

    public bool ChangesNothing => Files.All(file => file.ChangesNothing) && HooksPath is null && Attributes is null;

    /// <exception cref="ReleaseException">RT4041 to RT4044, for every hook: those in use belong to somebody else and nothing can be added. RT4241 to RT4244: there can be none.</exception>
    public static HookPlan Install(HookFacts facts, params ImmutableArray<GitHook> hooks)
    {
        var isOpen = facts.ConfiguredPath is null && facts.Hooks.Count == 0;
        var folder = isOpen ? facts.HuskyFolder : FolderInUse(facts);

        if (WhyImpossible(facts, folder) is { } why)
        {
            throw new ReleaseException(why);
        }

        return new(Complaints.Gather(hooks, hook => Added(facts, hook, Path.Combine(folder, hook.Name))), isOpen ? Husky : null)
        {
            // In a folder that somebody else has set up, line ends are theirs.
            Attributes = facts.Attributes is null && (isOpen || facts is { IsSettingOurs: true, ConfiguredPath: Husky }) ? AttributesIn(facts, isRemoved: false) : null,
        };
    }

    /// <summary>
    /// Takes out what <see cref="Install"/> put in. A hook written by hand stays, and so does one that git tracks with the check in it; where nothing but such hooks needs the setting that
    /// installing made, git is no longer told of it.
    /// </summary>
    /// <exception cref="ReleaseException">RT4043: a hook is a link. RT4240: another working tree needs the setting, and this one is not the main one.</exception>
    public static HookPlan Uninstall(HookFacts facts)
    {
        var folder = FolderInUse(facts);
        var files = Complaints.Gather(GitHook.All, hook => Removed(facts, hook, Path.Combine(folder, hook.Name)));
        var left = files.Where(file => file.Text is { } text && !new HookScript(file.Hook).Runs(text)).Select(file => file.Hook.Name)
            .Concat(facts.Hooks.Except(GitHook.All.Select(hook => hook.Name)));

        var isUnset = facts is { IsSettingOurs: true, ConfiguredPath: Husky, Scope: "local" } && !left.Any();

        return isUnset && facts is { MainTree: { } main, OtherTrees: [var other, ..] }
            ? throw new ReleaseException(HookDiagnostics.OthersUseHooks(main, other))
            : new(files, isUnset ? "" : null) { AlsoWithout = isUnset ? facts.OtherTrees : [], Attributes = isUnset && facts.Attributes is { TrackedText: null, Text: var text } && HookAttributes.Is(text) ? AttributesIn(facts, isRemoved: true) : null };
    }

    private static HookAttributes AttributesIn(HookFacts facts, bool isRemoved) => new(Path.Combine(facts.HuskyFolder, HookAttributes.Name), isRemoved);

    /// <summary>Why there can be no hooks in this repository as it is, or null.</summary>
    private static Diagnostic? WhyImpossible(HookFacts facts, string folder) => facts switch
    {
        { IsBare: true } => HookDiagnostics.BareHasNoHooks(facts.Folder),
        { ConfiguredPath: "" } => HookDiagnostics.HooksAreOff("", facts.Scope),
        { ConfiguredPath: null, IsHuskyUnprepared: true } when folder == facts.HuskyFolder => HookDiagnostics.HuskyIsUnprepared(),
        _ when !facts.NoFolders.Contains(folder) => null,
        _ when folder == facts.HuskyFolder => HookDiagnostics.HuskyIsNoFolder(folder),
        _ => HookDiagnostics.HooksAreOff(facts.ConfiguredPath ?? folder, facts.Scope),
    };

    private static HookChange Added(HookFacts facts, GitHook hook, string path)
    {
        var script = new HookScript(hook);
        var file = facts.Scripts.GetValueOrDefault(path);
        var isThere = file is not null && script.Runs(file.Text);
        var isOn = file is null || file.IsOn || facts.StartedFolder is not null;

        if (file is not null && !(isThere && isOn) && WhyUntouched(hook, file, isThere, isOn, path) is { } why)
        {
            throw new ReleaseException(why);
        }

        if (!(isThere && isOn) && facts.Scope is "global" or "system")
        {
            throw new ReleaseException(CommitDiagnostics.HooksAreShared(facts.ConfiguredPath ?? "", facts.Scope));
        }

        // A link leads to a file that may serve other repositories too: what runs there stays as it is.
        var text = file is null ? script.Own : !isThere ? script.AddTo(file.Text) : file.IsLink ? file.Text : script.Renew(file.Text);
        return new(hook, path, text, text != file?.Text, isThere && !isOn, file is null);
    }

    private static HookChange Removed(HookFacts facts, GitHook hook, string path)
    {
        var file = facts.Scripts.GetValueOrDefault(path);
        var script = new HookScript(hook);
        var left = file is null ? null : script.RemoveFrom(file.Text);

        // Others get it with the next commit: what one clone does without is not taken from them.
        if (file?.TrackedText is { } tracked && script.RemoveFrom(tracked) != tracked)
        {
            return new(hook, path, file.Text, IsChanged: false, IsShared: true);
        }

        return file is { IsLink: true } && left != file.Text
            ? throw new ReleaseException(CommitDiagnostics.HookIsLink(path, hook.Words))
            : new(hook, path, left, left != file?.Text, IsLeft: left is not null && left == file?.Text && script.Runs(left));
    }

    /// <summary>Why a hook that is there must stay as it is, or null.</summary>
    private static Diagnostic? WhyUntouched(GitHook hook, HookFile file, bool isThere, bool isOn, string path) => file switch
    {
        { IsLink: true } => CommitDiagnostics.HookIsLink(path, hook.Words),
        _ when isThere => null,
        _ when !HookScript.IsShell(file.Text) => CommitDiagnostics.HookIsNoShellScript(path, hook.Words),
        _ when !isOn => CommitDiagnostics.HookIsOff(path),
        _ => null,
    };

    /// <summary>husky (npm) keeps generated files in <c>.husky/_</c>, which run those of the folder above.</summary>
    private static string FolderInUse(HookFacts facts) => facts.StartedFolder ?? facts.Folder;
}
