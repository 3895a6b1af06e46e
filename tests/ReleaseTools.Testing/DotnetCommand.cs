namespace ReleaseTools.Testing;

/// <summary>The real <c>dotnet</c>, in an environment that knows nothing of the build that runs the tests.</summary>
internal static class DotnetCommand
{
    public static IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>(CleanEnvironment.Variables)
    {
        ["NUGET_PACKAGES"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["Version"] = null,
        ["VERSION"] = null,
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    public static ProgramRun Run(string folder, params IEnumerable<string> arguments) =>
        ProgramRun.Run(folder, Environment, "dotnet", arguments);
}
