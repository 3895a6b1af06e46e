using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>What this machine says of registries, in the variables that the SDK and Docker read.</summary>
/// <param name="Variable">The environment.</param>
/// <param name="Pushed">The registry that the SDK pushes to: the variables' credentials are meant for it and for no other.</param>
internal sealed record RegistrySettings(Func<string, string?> Variable, RegistryName? Pushed = null)
{
    public RetryPolicy Retry { get; init; } = RetryPolicy.Patient;

    /// <summary>How long a program that keeps credentials may take; it may have to ask somebody.</summary>
    public TimeSpan HelperPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Long enough for a registry that puts a large layer together, and an end for one that has fallen silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a registry may be asked without TLS, or with a certificate nobody vouches for.</summary>
    public bool IsInsecure(RegistryName registry) => registry.IsLoopback
        || (Variable("DOTNET_CONTAINER_INSECURE_REGISTRIES") ?? "").Split([';', ','], StringSplitOptions.TrimEntries).Contains(registry.Text, StringComparer.OrdinalIgnoreCase);
}
