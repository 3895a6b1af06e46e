namespace ReleaseTools.Changelog;

/// <summary>Something a release really put where people get it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Under which name people get it, as in <c>ghcr.io/acme/shop</c>.</param>
/// <param name="Version">The version, or the tag of an image.</param>
/// <param name="Digest">What it is known by whatever happens to its name, or null.</param>
internal sealed record PublishedArtefact(ArtefactKind Kind, string Name, string Version, string? Digest = null)
{
    /// <summary>The line with which people get it.</summary>
    public string Install => Kind switch
    {
        ArtefactKind.Image => $"docker pull {Name}:{Version}{(Digest is null ? "" : $"@{Digest}")}",
        ArtefactKind.Chart => $"helm install {Name[(Name.LastIndexOf('/') + 1)..]} {Name} --version {Version}",
        ArtefactKind.NuGet => $"dotnet add package {Name} --version {Version}",
        ArtefactKind.Tool => $"dotnet tool install {Name} --version {Version}",
        _ => $"npm install {Name}@{Version}",
    };
}
