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

    public required DateTimeOffset CommitDate { get; init; }

    /// <summary>The https address of the repository; empty where it has none.</summary>
    public required string Source { get; init; }

    /// <summary>All folders of the commit below the packed one, as git spells them. They tell which folders a lock above them is for.</summary>
    public required ImmutableSortedSet<string> Folders { get; init; }

    /// <summary>
    /// By folder, from the packed one, whose own name is empty: each one with a version file, and each submodule. Null where
    /// there is no version to hand over.
    /// </summary>
    public required ImmutableSortedDictionary<string, VersionForms?> Versions { get; init; }

    /// <summary>
    /// How the packed commit spells a folder's name, or that of the submodule around it. Empty where it has no such folder; several
    /// where only case tells folders apart, and none is spelt as asked.
    /// </summary>
    public ImmutableArray<string> Spellings(string folder)
    {
        if (folder.Length == 0 || Folders.Contains(folder))
        {
            return [folder];
        }

        ImmutableArray<string> alike = [.. Folders.Where(known => known.Equals(folder, StringComparison.OrdinalIgnoreCase))];
        return alike is [] ? [.. Spellings(Above(folder)).Where(IsWithoutVersion)] : alike;
    }

    /// <summary>The version that holds for a folder, spelt as the commit does: that of the nearest one listed above it. Null where that one has none.</summary>
    public VersionForms? Find(string folder)
    {
        var current = folder;

        while (!Versions.ContainsKey(current) && current.Length > 0)
        {
            current = Above(current);
        }

        return Versions.GetValueOrDefault(current);
    }

    private bool IsWithoutVersion(string folder) => folder.Length > 0 && Versions.TryGetValue(folder, out var forms) && forms is null;

    private static string Above(string folder) => folder[..Math.Max(0, folder.LastIndexOf('/'))];
}
