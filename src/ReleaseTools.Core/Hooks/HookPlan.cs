using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks;

/// <summary>What is to change so that git runs the commit rules, or no longer does.</summary>
/// <param name="File">The hook, absolute.</param>
/// <param name="Text">What it is to say; null where it is to go.</param>
/// <param name="IsChanged">Whether it says something else today.</param>
/// <param name="IsSwitchedOn">Whether it says the right thing and is to be made executable, so that git runs it.</param>
/// <param name="HooksPath">What <c>core.hooksPath</c> is to be in the repository's own configuration: empty to unset it, null to leave it.</param>
internal sealed record HookPlan(string File, string? Text, bool IsChanged, bool IsSwitchedOn, string? HooksPath)
{
    public const string Husky = ".husky";

    public bool ChangesNothing => !IsChanged && !IsSwitchedOn && HooksPath is null;

    /// <exception cref="ReleaseException">RT4041 to RT4044: the hooks in use belong to somebody else and nothing can be added.</exception>
    public static HookPlan Install(HookFacts facts)
    {
        var isOpen = facts.ConfiguredPath is null && !facts.HasHooks;
        var folder = isOpen ? facts.HuskyFolder : FolderInUse(facts);
        var file = Path.Combine(folder, HookScript.Name);
        var hook = facts.Scripts.GetValueOrDefault(folder);
        var isThere = hook is not null && HookScript.Runs(hook.Text);
        var isOn = hook is null || hook.IsOn || IsStartedByHusky(facts);

        if (hook is not null && !(isThere && isOn) && WhyUntouched(hook, isThere, isOn, file) is { } why)
        {
            throw new ReleaseException(why);
        }

        if (!(isThere && isOn) && facts.Scope is "global" or "system")
        {
            throw new ReleaseException(CommitDiagnostics.HooksAreShared(facts.ConfiguredPath ?? "", facts.Scope));
        }

        var text = hook is null ? HookScript.Own : isThere ? hook.Text : HookScript.AddTo(hook.Text);
        return new(file, text, !isThere, isThere && !isOn, isOpen ? Husky : null);
    }

    /// <summary>
    /// Takes out what <see cref="Install"/> put in. A hook written by hand stays; where it runs the check and nothing else needs
    /// the setting, git is no longer told of it.
    /// </summary>
    /// <exception cref="ReleaseException">RT4043: the hook is a link.</exception>
    public static HookPlan Uninstall(HookFacts facts)
    {
        var folder = FolderInUse(facts);
        var file = Path.Combine(folder, HookScript.Name);
        var hook = facts.Scripts.GetValueOrDefault(folder);
        var left = hook is null ? null : HookScript.RemoveFrom(hook.Text);

        if (hook is { IsLink: true } && left != hook.Text)
        {
            throw new ReleaseException(CommitDiagnostics.HookIsLink(file));
        }

        var isFree = (left is null || HookScript.Runs(left)) && facts.ConfiguredPath == Husky && facts.Scope == "local" && !facts.HasOtherHooks;
        return new(file, left, left != hook?.Text, IsSwitchedOn: false, isFree ? "" : null);
    }

    /// <summary>Why a hook that is there must stay as it is, or null.</summary>
    private static Diagnostic? WhyUntouched(HookFile hook, bool isThere, bool isOn, string file) => hook switch
    {
        { IsLink: true } => CommitDiagnostics.HookIsLink(file),
        _ when isThere => null,
        _ when !HookScript.IsShell(hook.Text) => CommitDiagnostics.HookIsNoShellScript(file),
        _ when !isOn => CommitDiagnostics.HookIsOff(file),
        _ => null,
    };

    /// <summary>husky (npm) keeps generated files in <c>.husky/_</c>, which run those of the folder above.</summary>
    private static string FolderInUse(HookFacts facts) => IsStartedByHusky(facts) ? facts.HuskyFolder : facts.Folder;

    /// <summary>husky hands its scripts to a shell, so they need not be executable.</summary>
    private static bool IsStartedByHusky(HookFacts facts) => facts.ConfiguredPath?.TrimEnd('/') == Husky + "/_";
}
