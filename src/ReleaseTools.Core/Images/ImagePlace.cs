using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Images;

/// <summary>Where the images of one name lie: a repository of a registry.</summary>
internal sealed partial record ImagePlace(RegistryName Registry, string Repository)
{
    /// <summary>As the registry's own addresses have it: Docker Hub keeps images without an owner under <c>library</c>.</summary>
    public string Path => Registry.IsDockerHub && !Repository.Contains('/', StringComparison.Ordinal) ? $"library/{Repository}" : Repository;

    /// <summary>What must be allowed there.</summary>
    public string Scope => $"repository:{Path}:pull,push";

    /// <exception cref="ReleaseException">RT7020: one of the two cannot be what it is said to be.</exception>
    public static ImagePlace Parse(string registry, string repository) =>
        RegistryName.Read(registry) is { } name && Shape.IsMatch(repository)
            ? new(name, repository)
            : throw new ReleaseException(RegistryDiagnostics.NotAPlace(registry, repository));

    public string With(string tag) => $"{this}:{tag}";

    public override string ToString() => $"{Registry}/{Repository}";

    [GeneratedRegex(@"\A[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape { get; }
}
