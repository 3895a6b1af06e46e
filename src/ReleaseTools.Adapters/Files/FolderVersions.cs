using ReleaseTools.Adapters.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Files;

/// <summary>The version of a file: that of the nearest folder above it with a version file. Each is computed once.</summary>
internal sealed class FolderVersions(string root, CiWord? ci)
{
    private readonly Dictionary<string, string> _versions = [];
    private VersionFolders? _folders;

    public string Of(string file)
    {
        _folders ??= VersionFolders.Look(root);
        var folder = _folders.Of(Path.GetDirectoryName(file)!);

        if (!_versions.TryGetValue(folder, out var version))
        {
            version = VersionReader.Read(GitRepository.Open(folder), ci: ci).SemVer2;
            _versions.Add(folder, version);
        }

        return version;
    }
}
