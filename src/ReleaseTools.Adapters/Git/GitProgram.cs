using ReleaseTools.Adapters.Files;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>Where git is installed.</summary>
internal static class GitProgram
{
    private static readonly Lazy<string?> Found = new(() => ProgramPath.Find("git"));

    /// <summary>The absolute path.</summary>
    /// <exception cref="ReleaseException">RT1001: there is no git.</exception>
    public static string Path => Found.Value ?? throw new ReleaseException(VersionDiagnostics.NoGit());
}
