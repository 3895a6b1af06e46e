using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Files;

/// <summary>Writes another version into the file a folder has its version from.</summary>
internal static class VersionFileWriter
{
    private const string Name = "version.json";

    /// <param name="repository">Opened at the folder.</param>
    /// <param name="isOwn">Whether a file that must be made is made in this very folder, rather than in the repository's root.</param>
    /// <param name="want">The version to write, from the one that is written.</param>
    /// <param name="allowLower">Whether it may be a lower one.</param>
    /// <exception cref="ReleaseException">RT2…: a version file is wrong, or the version may not be written into it.</exception>
    public static VersionSetting Plan(GitRepository repository, bool isOwn, Func<VersionSpec?, VersionSpec> want, bool allowLower)
    {
        if (repository.IsBare)
        {
            throw new ReleaseException(SettingDiagnostics.NoWorkingTree(repository.Root));
        }

        var files = VersionReader.ReadWorkingFiles(repository);
        var options = VersionFiles.Parse(files) ?? VersionOptions.Default;
        var before = options.Version;
        var giver = VersionFiles.FindGiver(files);
        var path = giver?.Path ?? (isOwn ? repository.Prefix : "") + Name;

        if (options is { Scheme: VersionScheme.Tags, VersionFrom: null } && ReleaseTag.Select(repository.ReadTags(), options.Tags.Prefix) is [var release, ..])
        {
            throw new ReleaseException(SettingDiagnostics.WouldChangeScheme(path, release.Name));
        }

        var source = giver is null ? SourceText.From(path, "") : SourceText.Parse(path, File.ReadAllBytes(Path.Combine(repository.Root, path)));
        var setting = VersionSetting.In(source, want);

        // Read back as everybody else will read it.
        var written = new VersionFileText(path, setting.Written().Text);
        var after = VersionFiles.Parse(new(giver is null ? [written] : files.Files.Replace(giver, written)))!.Version!;

        return after != setting.Wanted ? throw new ReleaseException(SettingDiagnostics.PrereleaseInTheWay(path, $"{setting.Wanted}", $"{after}"))
            : before is not null && after.IsBelow(before) && !allowLower ? throw new ReleaseException(SettingDiagnostics.Lowered(source.SpotAt(setting.Start), $"{before}", $"{after}"))
            : setting;
    }

    /// <exception cref="ReleaseException">RT3015 or RT3016: the file or its folder is read-only.</exception>
    public static void Write(GitRepository repository, VersionSetting setting)
    {
        if (!setting.IsUpToDate)
        {
            AtomicFile.Write(Path.Combine(repository.Root, setting.Source.Path), setting.Written().ToBytes());
        }
    }
}
