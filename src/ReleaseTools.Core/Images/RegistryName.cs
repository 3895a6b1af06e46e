using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseTools.Images;

/// <summary>A registry as it is written before an image's name: a host, and a port where it needs one.</summary>
internal sealed partial record RegistryName
{
    private const string DockerHub = "docker.io";
    private static readonly ImmutableArray<string> DockerHubs = [DockerHub, "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"];

    private RegistryName(string text) => Text = text;

    /// <summary>As the user wrote it.</summary>
    public string Text { get; }

    public bool IsDockerHub => DockerHubs.Contains(Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where it is asked.</summary>
    public string Host => IsDockerHub ? "registry-1.docker.io" : Text;

    /// <summary>On this machine, where a registry is asked without TLS.</summary>
    public bool IsLoopback => Text.Split(':')[0] is "localhost" or "127.0.0.1" || Text.StartsWith("[::1]", StringComparison.Ordinal);

    /// <summary>What a credential helper knows it by.</summary>
    public string CredentialKey => IsDockerHub ? "https://index.docker.io/v1/" : Text;

    /// <summary>Under which names its credentials may be kept.</summary>
    public ImmutableArray<string> Names => IsDockerHub ? DockerHubs : [Text];

    /// <summary>Null for what names no host.</summary>
    public static RegistryName? Read(string text) => Shape.IsMatch(text) ? new(text) : null;

    public override string ToString() => Text;

    [GeneratedRegex(@"\A(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape { get; }
}
