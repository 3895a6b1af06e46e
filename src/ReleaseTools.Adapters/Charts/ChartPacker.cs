using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Stamping;
using ReleaseTools.Stamping.Stampers;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Charts;

/// <summary>Packages charts, with the version and the date that their repository gives them.</summary>
/// <param name="ci">What CI says of this run.</param>
/// <param name="sourceDate">What <c>SOURCE_DATE_EPOCH</c> says; empty or null for the commit's date.</param>
internal sealed class ChartPacker(CiWord? ci, string? sourceDate)
{
    private readonly Dictionary<string, FolderVersions> _versions = [];

    /// <param name="folder">Absolute.</param>
    /// <param name="place">How diagnostics name it.</param>
    /// <param name="wish">What the packaged Chart.yaml is to say.</param>
    /// <param name="target">The folder that the package is written to; null where it is written nowhere.</param>
    /// <exception cref="ReleaseException">RT1…, RT3… or RT70…: there is no version, or this is no chart to package. RT0001: the package would be in the next one.</exception>
    public ChartPackage Pack(string folder, string place, ChartVersionWish wish, string? target = null)
    {
        var (source, ignore) = ChartFolder.Read(folder, place);
        var package = ChartPackage.Of(wish.IsAsItIs ? source : Stamp(source, folder, wish), Date(folder, IsIndependent(folder, wish)));

        return target is not null && RealPath.IsBelow(target, folder) && !ignore.LeavesOutFile(PathIn(folder, target, package.FileName))
            ? throw new ReleaseException(UsageDiagnostics.WrongCommandLine($"The package would lie in the chart '{place}' and be a part of the next one; name another folder with '--output', or leave it out by .helmignore", "dotnet release chart package"))
            : package;
    }

    private static bool IsIndependent(string folder, ChartVersionWish wish) => wish.Version is null && WorkingTree.Find(folder) is { Root: var root }
        && StampSettings.FolderOf(new RepositoryPath(root).NameIn(Path.Combine(folder, ChartYaml.FileName))) is var place
        && StampSettings.ReadFor(root, place).Of(place).Charts.Version == ChartVersioning.Independent;

    private static string PathIn(string folder, string target, string file) =>
        Path.GetRelativePath(RealPath.Of(folder), Path.Combine(RealPath.Of(target), file)).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The chart as a build of this version has it: what version.json lists in it is stamped as well.</summary>
    private ChartSource Stamp(ChartSource source, string folder, ChartVersionWish wish)
    {
        var settings = ChartSettings.Read(folder, file => wish.Version ?? VersionOf(file));
        var yaml = source.ReadChartYaml();
        var policy = settings.Policy with { IsIndependent = settings.Policy.IsIndependent && wish.Version is null, AppVersion = wish.AppVersion ?? settings.Policy.AppVersion };
        var stamped = ChartYaml.Parse(settings.Plan(yaml.Source, ChartYaml.FileName, new ChartStamper(policy)));

        if (wish.AppVersion is not null && stamped.Find("appVersion") is null)
        {
            throw new ReleaseException(StampDiagnostics.NoKey(yaml.Source.SpotAt(yaml.Root.Start), "appVersion"));
        }

        if (wish.AppVersion is { } app && stamped.Text("appVersion") != app)
        {
            throw new ReleaseException(StampDiagnostics.NotAString(yaml.SpotOf("appVersion"), "appVersion", "the same value as 'version'"));
        }

        var listed = source.Files.Where(file => file.Path != ChartYaml.FileName && settings.Lists(file.Path))
            .Aggregate(source, (chart, file) => chart.With(file.Path, settings.Plan(chart.Text(file), file.Path, kind: null).ToBytes()));

        return listed.With(ChartYaml.FileName, Annotate(stamped, listed, settings, folder).Source.ToBytes());
    }

    private static ChartYaml Annotate(ChartYaml chart, ChartSource source, ChartSettings settings, string folder)
    {
        var changes = settings.Options.ArtifactHubChanges ? ChartChange.In(new ChangelogReader(GitRepository.Open(folder), new ChangelogWish(ChartChange.Types)).ReadCurrent()) : [];
        var images = settings.Options.ArtifactHubImages && source.Find("values.yaml") is { } values
            ? ChartImage.In(YamlLocator.Parse(source.Text(values)), chart.Text("appVersion"), ChartMetadata.Of(source).DependencyKeys.ToHashSet(StringComparer.Ordinal))
            : [];
        return ArtifactHub.Annotate(chart, changes, images);
    }

    private string VersionOf(string file)
    {
        var folder = RealPath.Of(Path.GetDirectoryName(file)!);
        var root = Open(folder).Root;
        _versions.TryAdd(root, new FolderVersions(root, ci));
        return _versions[root].Of(Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>That of the last commit; of a chart with a version of its own, that of the last commit that changed it, so that it stays the same as long as nothing in it changes.</summary>
    /// <exception cref="ReleaseException">RT1…: neither the variable nor a commit tells.</exception>
    private DateTimeOffset Date(string folder, bool isIndependent)
    {
        if (sourceDate is { Length: > 0 })
        {
            return DateTimeOffset.Parse(SourceDate.Parse(sourceDate), System.Globalization.CultureInfo.InvariantCulture);
        }

        var repository = Open(folder);
        return (isIndependent ? repository.FindLastChange(folder) : null) ?? repository.ReadHead().CommitDate;
    }

    /// <exception cref="ReleaseException">RT1001 to RT1003, with what helps a chart besides: its package needs a version and a date and nothing else of git.</exception>
    private static GitRepository Open(string folder)
    {
        try
        {
            return GitRepository.Open(folder);
        }
        catch (ReleaseException stop) when (stop.Diagnostics.All(HandoverDiagnostics.KeepsGitAway))
        {
            const string Advice = " To package a chart without git, set SOURCE_DATE_EPOCH to its date and name '--version' or '--as-is'.";
            throw new ReleaseException([.. stop.Diagnostics.Select(diagnostic => diagnostic with { Message = diagnostic.Message + Advice })]);
        }
    }
}
