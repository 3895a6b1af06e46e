using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Looks for the credentials of a registry where the SDK, Docker and Podman keep them.</summary>
internal sealed class CredentialFinder(RegistrySettings settings)
{
    /// <summary>In the SDK's order: those for pushing, those for everything, those of its first releases.</summary>
    private static readonly (string User, string Password)[] Variables =
    [
        ("DOTNET_CONTAINER_PUSH_REGISTRY_UNAME", "DOTNET_CONTAINER_PUSH_REGISTRY_PWORD"),
        ("DOTNET_CONTAINER_REGISTRY_UNAME", "DOTNET_CONTAINER_REGISTRY_PWORD"),
        ("SDK_CONTAINER_REGISTRY_UNAME", "SDK_CONTAINER_REGISTRY_PWORD"),
    ];

    private readonly string[] _files =
    [
        .. Set(settings.Variable("REGISTRY_AUTH_FILE")),
        .. Set(settings.Variable("DOCKER_CONFIG") is { Length: > 0 } docker ? docker : Below(settings.Variable("HOME") ?? settings.Variable("USERPROFILE"), ".docker")).Select(folder => Path.Combine(folder, "config.json")),
        .. Set(Below(settings.Variable("XDG_RUNTIME_DIR"), "containers", "auth.json")),
        .. Set(Below(settings.Variable("HOME"), ".config", "containers", "auth.json")),
    ];

    /// <summary>Where it is looked, for messages.</summary>
    public string Searched(RegistryName registry) =>
        $"{(registry == settings.Pushed ? $"{Variables[1].User}, " : "")}{(_files.Where(File.Exists).ToArray() is { Length: > 0 } files ? string.Join(", ", files.Select(file => $"'{file}'")) : "Docker's and Podman's files")}";

    /// <summary>Null for a registry that nobody logged in to.</summary>
    /// <exception cref="ReleaseException">RT7030 or RT7031: they are kept where they cannot be read.</exception>
    public async Task<RegistryCredential?> FindAsync(ImagePlace place, CancellationToken cancellation)
    {
        if (place.Registry == settings.Pushed && InVariables() is { } given)
        {
            return given;
        }

        foreach (var file in _files.Where(File.Exists))
        {
            var config = DockerConfig.Parse(SourceText.Parse(file, await File.ReadAllBytesAsync(file, cancellation)));

            if (config.FindHelper(place.Registry) is { } helper
                && await new CredentialHelper(helper, settings).AskAsync(place.Registry, cancellation) is { } kept)
            {
                return kept;
            }

            if (config.Find(place) is { } written)
            {
                return written;
            }
        }

        return null;
    }

    private RegistryCredential? InVariables() => Variables
        .Select(pair => settings.Variable(pair.User) is { Length: > 0 } user && settings.Variable(pair.Password) is { Length: > 0 } password
            ? new RegistryCredential(user, password, $"{pair.User} and {pair.Password}")
            : null)
        .FirstOrDefault(found => found is not null);

    private static string[] Set(string? path) => path is { Length: > 0 } ? [path] : [];

    private static string? Below(string? folder, params string[] names) => folder is { Length: > 0 } ? Path.Combine([folder, .. names]) : null;
}
