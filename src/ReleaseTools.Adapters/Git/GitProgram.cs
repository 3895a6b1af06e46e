using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// Where git is installed. It is looked up on the PATH, in absolute folders only: systems that look into the current folder first
/// would run whatever a checked-out repository calls <c>git</c>.
/// </summary>
internal static class GitProgram
{
    private static readonly Lazy<string?> Found = new(() => Find(Environment.GetEnvironmentVariable("PATH") ?? ""));

    /// <summary>The absolute path.</summary>
    /// <exception cref="ReleaseException">RT1001: there is no git.</exception>
    public static string Path => Found.Value ?? throw new ReleaseException(VersionDiagnostics.NoGit());

    private static string? Find(string folders) => folders
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => folder.Trim('"'))
        .Where(System.IO.Path.IsPathFullyQualified)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git"))
        .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
