using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Installs the git hooks, once in the life of a clone. Whatever goes wrong is a line in the log, since nobody builds for the sake of hooks.</summary>
[MSBuildMultiThreadableTask]
public sealed class InstallReleaseHooks : ReleaseTask
{
    private protected override void Run()
    {
        if (WorkingTree.Find(ProjectFolder) is not { } tree || CiHosts.IsCi(Environment.GetEnvironmentVariable) || !IsWanted(Environment.GetEnvironmentVariable))
        {
            return;
        }

        try
        {
            if (HookInstallation.InstallOnce(tree) is { ChangesNothing: false })
            {
                Log.LogMessage(MessageImportance.High, "{0}", "ReleaseTools: git now checks commit messages and pushes here. Commit .husky; 'dotnet release hooks uninstall' takes the hooks out again.");
            }
        }
        catch (ReleaseException stop)
        {
            foreach (var diagnostic in stop.Diagnostics)
            {
                Log.LogMessage(MessageImportance.High, "{0}", $"ReleaseTools: no hooks are installed. {diagnostic.Code}: {HarmlessText.From(diagnostic.Message)}");
            }
        }
#pragma warning disable CA1031 // No build ends because of a hook, whatever the disk or a file system says.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.LogMessage(MessageImportance.Low, "{0}", fault.ToString());
        }
    }

    /// <summary>Not where the user switched hooks off, and in no container but those that people develop in.</summary>
    private static bool IsWanted(Func<string, string?> variable) =>
        variable("HUSKY") != "0"
        && (IsOn(variable("REMOTE_CONTAINERS")) || IsOn(variable("CODESPACES"))
            || !(IsOn(variable("DOTNET_RUNNING_IN_CONTAINER")) || File.Exists("/.dockerenv") || File.Exists("/run/.containerenv")));

    private static bool IsOn(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
