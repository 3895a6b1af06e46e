namespace ReleaseTools.Adapters.Files;

/// <summary>
/// Where a program is installed. It is looked up on the PATH, in absolute folders only: systems that look into the current folder first
/// would run whatever a checked-out repository calls by that name.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The absolute path, or null.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => folder.Trim('"'))
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
        .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
