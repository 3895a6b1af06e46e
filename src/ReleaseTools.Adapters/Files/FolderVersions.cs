using ReleaseTools.Adapters.Git;

namespace ReleaseTools.Adapters.Files;

/// <summary>The version of a file: that of the nearest folder above it with a version file. Each is computed once.</summary>
internal sealed class FolderVersions(string root)
{
    private readonly Dictionary<string, string> _versions = [];

    public string Of(string file)
    {
        var folder = VersionReader.FolderOf(root, Path.GetDirectoryName(file)!);

        if (!_versions.TryGetValue(folder, out var version))
        {
            version = VersionReader.Read(GitRepository.Open(folder)).SemVer2;
            _versions.Add(folder, version);
        }

        return version;
    }
}
