using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks;

/// <summary>What is to change so that git runs the commit rules, or no longer does.</summary>
/// <param name="File">The hook, absolute.</param>
/// <param name="Text">What it is to say; null where it is to go.</param>
/// <param name="IsChanged">Whether it says something else today.</param>
/// <param name="HooksPath">What <c>core.hooksPath</c> is to be in the repository's own configuration: empty to unset it, null to leave it.</param>
internal sealed record HookPlan(string File, string? Text, bool IsChanged, string? HooksPath)
{
    public const string Husky = ".husky";

    public bool ChangesNothing => !IsChanged && HooksPath is null;

    /// <exception cref="ReleaseException">RT4041 or RT4042: the hooks in use belong to somebody else and nothing can be added.</exception>
    public static HookPlan Install(HookFacts facts)
    {
        var isOpen = facts.ConfiguredPath is null && !facts.HasHooks;
        var folder = isOpen ? facts.HuskyFolder : FolderInUse(facts);
        var file = Path.Combine(folder, HookScript.Name);
        var text = facts.Scripts.GetValueOrDefault(folder);

        if (text is not null && !HookScript.Runs(text) && !HookScript.IsShell(text))
        {
            throw new ReleaseException(CommitDiagnostics.HookIsNoShellScript(file));
        }

        var isThere = text is not null && HookScript.Runs(text);

        if (!isThere && facts.Scope is "global" or "system")
        {
            throw new ReleaseException(CommitDiagnostics.HooksAreShared(facts.ConfiguredPath ?? "", facts.Scope));
        }

        return new(file, isThere ? text : text is null ? HookScript.Own : HookScript.AddTo(text), !isThere, isOpen ? Husky : null);
    }

    /// <summary>Takes out what <see cref="Install"/> put in; a hook written by hand stays.</summary>
    public static HookPlan Uninstall(HookFacts facts)
    {
        var folder = FolderInUse(facts);
        var text = facts.Scripts.GetValueOrDefault(folder);
        var left = text is null ? null : HookScript.RemoveFrom(text);
        var isEmpty = left is null && facts.ConfiguredPath == Husky && facts.Scope == "local" && !facts.HasOtherHooks;
        return new(Path.Combine(folder, HookScript.Name), left, left != text, isEmpty ? "" : null);
    }

    /// <summary>husky (npm) keeps generated files in <c>.husky/_</c>, which run those of the folder above.</summary>
    private static string FolderInUse(HookFacts facts) =>
        facts.ConfiguredPath?.TrimEnd('/') == Husky + "/_" ? facts.HuskyFolder : facts.Folder;
}
