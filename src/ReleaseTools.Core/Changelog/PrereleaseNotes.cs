using NuGet.Versioning;

namespace ReleaseTools.Changelog;

/// <summary>What people wrote into the sections of a version's prereleases, for the finished version to say as well.</summary>
internal static class PrereleaseNotes
{
    /// <param name="file">The file.</param>
    /// <param name="changelog">What is told. Of a version that is in the file already, people have decided.</param>
    /// <returns>The parts between marks, those of the first prerelease first, each once.</returns>
    public static IEnumerable<SectionItem> Of(ChangelogFile file, Changelog changelog) =>
        changelog.VersionText is not { } text || !SemanticVersion.TryParse(text, out var version) || version.IsPrerelease || file.Find(changelog) is not null ? []
        : file.Released.Where(section => IsPrereleaseOf(section, version)).Order(Comparer<FileSection>.Create((one, other) => ChangelogFile.Compare(one.Version!, other.Version!)))
            .SelectMany(section => SectionItem.ReadAll(file.Source.Text[section.HeadingStart..section.End]))
            .Where(item => item.Kind == SectionItemKind.Manual)
            .DistinctBy(item => (item.Title, item.Under, item.Text));

    private static bool IsPrereleaseOf(FileSection section, SemanticVersion version) =>
        SemanticVersion.TryParse(section.Version!, out var other) && other.IsPrerelease && (other.Major, other.Minor, other.Patch) == (version.Major, version.Minor, version.Patch);
}
