namespace ReleaseTools.Testing;

/// <summary><c>dotnet-release</c> as it was built, in a process of its own: for what only a process can show.</summary>
internal static class BuiltTool
{
    /// <summary>The program beside the tests.</summary>
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "dotnet-release.exe" : "dotnet-release");

    public static ProgramRun Run(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        ProgramRun.Run(folder, environment, Path, arguments);
}
