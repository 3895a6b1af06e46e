using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Handover;

/// <summary>The versions of one commit, packed to go where git does not: into a container's build context or a source archive.</summary>
internal sealed record VersionLock
{
    /// <summary>Where builds look for it, from the folder that was packed.</summary>
    public const string Place = ".release/version.lock";

    /// <summary>The shape of the file. Another number is another shape.</summary>
    public const int Schema = 1;

    /// <summary>The version of the tool that packed it.</summary>
    public required string Tool { get; init; }

    public required CommitId Commit { get; init; }

    /// <summary>The hash of all the commit's files.</summary>
    public required string Tree { get; init; }

    public required DateTimeOffset CommitDate { get; init; }

    /// <summary>The https address of the repository; empty where it has none.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// By folder, from the packed one, whose own name is empty: each one with a version file, and each submodule. Null where
    /// there is no version to hand over.
    /// </summary>
    public required ImmutableSortedDictionary<string, VersionForms?> Versions { get; init; }

    /// <summary>The version that holds for a folder: that of the nearest one listed above it. Null where that one has none.</summary>
    public VersionForms? Find(string folder)
    {
        var current = folder;

        while (!Versions.ContainsKey(current) && current.Length > 0)
        {
            current = current[..Math.Max(0, current.LastIndexOf('/'))];
        }

        return Versions.GetValueOrDefault(current);
    }
}
