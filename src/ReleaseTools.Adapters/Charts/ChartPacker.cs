using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
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
        var package = ChartPackage.Of(wish.IsAsItIs ? source : Stamp(source, folder, wish), Date(folder));

        return target is not null && RealPath.IsBelow(target, folder) && !ignore.LeavesOutFile(PathIn(folder, target, package.FileName))
            ? throw new ReleaseException(UsageDiagnostics.WrongCommandLine($"The package would lie in the chart '{place}' and be a part of the next one; name another folder with '--output', or leave it out by .helmignore", "dotnet release chart package"))
            : package;
    }

    private static string PathIn(string folder, string target, string file) =>
        Path.GetRelativePath(RealPath.Of(folder), Path.Combine(RealPath.Of(target), file)).Replace(Path.DirectorySeparatorChar, '/');

    private ChartSource Stamp(ChartSource source, string folder, ChartVersionWish wish)
    {
        var yaml = source.ReadChartYaml();
        var version = wish.Version ?? VersionOf(folder);
        var policy = PolicyIn(folder, version);
        var stamper = new ChartStamper(policy with { IsIndependent = policy.IsIndependent && wish.Version is null, AppVersion = wish.AppVersion ?? policy.AppVersion });
        var stamped = ChartYaml.Parse(yaml.Source.With(stamper.Find(yaml.Source, version).Select(value => value.Edit).OfType<TextEdit>()));

        return wish.AppVersion is not null && stamped.Find("appVersion") is null ? throw new ReleaseException(StampDiagnostics.NoKey(yaml.Source.SpotAt(yaml.Root.Start), "appVersion"))
            : wish.AppVersion is { } app && stamped.Text("appVersion") != app ? throw new ReleaseException(StampDiagnostics.NotAString(yaml.SpotOf("appVersion"), "appVersion", "the same value as 'version'"))
            : source.With(ChartYaml.FileName, stamped.Source.ToBytes());
    }

    /// <summary>What version.json says of charts, where there is a repository for one.</summary>
    /// <exception cref="ReleaseException">RT20… or RT3010: it is wrong, or this is no semantic version.</exception>
    private static ChartPolicy PolicyIn(string folder, string version)
    {
        if (WorkingTree.Find(folder) is not { Root: var root })
        {
            return ChartPolicy.Lockstep with { AppVersion = StampVersion.Parse(version).Text };
        }

        var name = new RepositoryPath(root).NameIn(Path.Combine(folder, ChartYaml.FileName));
        var place = StampSettings.FolderOf(name);
        var settings = StampSettings.ReadFor(root, place);
        return settings.PolicyIn(place, settings.VersionFor(name, version));
    }

    private string VersionOf(string folder)
    {
        var root = GitRepository.Open(folder).Root;
        _versions.TryAdd(root, new FolderVersions(root, ci));
        return _versions[root].Of(Path.Combine(RealPath.Of(folder), ChartYaml.FileName));
    }

    /// <exception cref="ReleaseException">RT1…: neither the variable nor a commit tells.</exception>
    private DateTimeOffset Date(string folder) => sourceDate is { Length: > 0 }
        ? DateTimeOffset.Parse(SourceDate.Parse(sourceDate), System.Globalization.CultureInfo.InvariantCulture)
        : GitRepository.Open(folder).ReadHead().CommitDate;
}
