using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>Finds the components of a repository: the folders whose version files have path filters or a tag prefix of their own.</summary>
internal static class ComponentReader
{
    /// <summary>Opened at each component's folder, in the order of their names.</summary>
    /// <exception cref="ReleaseException">RT4302: there is none. RT20…: a version file is wrong.</exception>
    public static ImmutableArray<GitRepository> Open(GitRepository repository)
    {
        var folders = (VersionFolders.List(repository.Root) ?? [])
            .Select(path => Path.GetDirectoryName(path)!)
            .Where(folder => folder.Length > 0)
            .Distinct()
            .Select(folder => Path.Combine(repository.Root, folder))
            .Where(Directory.Exists)
            .Order(StringComparer.Ordinal);

        ImmutableArray<GitRepository> components = [.. folders.Select(GitRepository.Open).Where(IsComponent)];
        return components is [] ? throw new ReleaseException(ChangelogDiagnostics.NoComponents()) : components;
    }

    private static bool IsComponent(GitRepository folder) =>
        VersionReader.ReadOptions(folder, folder.ReadHead()) is { } options && (options.PathFilters is not null || options.Tags.Prefix is not null);
}
