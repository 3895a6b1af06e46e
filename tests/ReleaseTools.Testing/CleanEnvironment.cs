namespace ReleaseTools.Testing;

/// <summary>What every program under test gets: no configuration of this machine's git, no CI, no colours.</summary>
internal static class CleanEnvironment
{
    public static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>
    {
        ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_DIR"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["LC_ALL"] = "C",
        ["CI"] = null,
        ["GITHUB_ACTIONS"] = null,
        ["GITHUB_REF"] = null,
        ["GITHUB_SHA"] = null,
        ["NO_COLOR"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
    };
}
