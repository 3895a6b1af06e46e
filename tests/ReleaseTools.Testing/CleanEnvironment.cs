using System.Collections;

namespace ReleaseTools.Testing;

/// <summary>What the tests and every program under test get: no configuration of this machine's git, no CI, no colours.</summary>
internal static class CleanEnvironment
{
    /// <summary>By which git's programs are found where it was moved after it was built; everything else it inherits is somebody's setting.</summary>
    private const string GitPrograms = "GIT_EXEC_PATH";

    public static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>(Inherited())
    {
        ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        // Where git would still look for attributes and ignored files.
        ["GIT_ATTR_NOSYSTEM"] = "1",
        ["XDG_CONFIG_HOME"] = Path.Combine(AppContext.BaseDirectory, "no-configuration"),
        ["LC_ALL"] = "C",
        // Who may push to a registry, and what a build says its date is.
        ["DOCKER_CONFIG"] = Path.Combine(AppContext.BaseDirectory, "no-configuration"),
        ["REGISTRY_AUTH_FILE"] = null,
        ["DOTNET_CONTAINER_REGISTRY_UNAME"] = null,
        ["DOTNET_CONTAINER_REGISTRY_PWORD"] = null,
        ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = null,
        ["SOURCE_DATE_EPOCH"] = null,
        ["CI"] = null,
        ["TF_BUILD"] = null,
        ["APPVEYOR"] = null,
        ["BITBUCKET_COMMIT"] = null,
        ["GITHUB_ACTIONS"] = null,
        ["GITLAB_CI"] = null,
        ["JENKINS_URL"] = null,
        ["SYSTEM_TEAMPROJECTID"] = null,
        ["TEAMCITY_VERSION"] = null,
        ["NO_COLOR"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
    };

    /// <summary>For what runs in this process.</summary>
    public static void Apply()
    {
        foreach (var (name, value) in Variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>As when a hook or an alias runs the tests: a repository, an index, an editor, settings from a command line.</summary>
    private static Dictionary<string, string?> Inherited() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(variable => (string)variable.Key)
        .Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase) && !name.Equals(GitPrograms, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(name => name, _ => (string?)null);
}
