using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Hooks that a build installs: the first build of a clone, and of the projects it builds the first.</summary>
internal static class HookInstallation
{
    /// <summary>
    /// Null where some build has been here before. That is kept in git's folder, so that hooks a user took out stay out, and a build
    /// of many projects asks git once.
    /// </summary>
    /// <exception cref="ReleaseException">As <see cref="HookPlan.Install"/>; it is said once.</exception>
    public static HookPlan? InstallOnce(WorkingTree tree)
    {
        if (!tree.Claim("hooks"))
        {
            return null;
        }

        try
        {
            var repository = GitRepository.Open(tree.Root);
            var plan = HookPlan.Install(HookFolder.Observe(repository), GitHook.All);
            HookFolder.Apply(repository, plan);
            return plan;
        }
        catch (Exception fault) when (fault is not ReleaseException { Diagnostics: [{ Exit: ExitCode.No }, ..] })
        {
            // The world may be another one next time: git installed, a file unlocked.
            tree.Release("hooks");
            throw;
        }
    }
}
