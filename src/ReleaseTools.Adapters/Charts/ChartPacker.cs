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
    /// <exception cref="ReleaseException">RT1…, RT3… or RT70…: there is no version, or this is no chart to package.</exception>
    public ChartPackage Pack(string folder, string place, ChartVersionWish wish)
    {
        var source = ChartFolder.Read(folder, place).Source;
        return ChartPackage.Of(wish.IsAsItIs ? source : Stamp(source, folder, wish), Date(folder));
    }

    private ChartSource Stamp(ChartSource source, string folder, ChartVersionWish wish)
    {
        var yaml = source.ReadChartYaml();
        var version = wish.Version ?? VersionOf(folder);
        var policy = PolicyIn(folder, version);
        var stamper = new ChartStamper(policy with { IsIndependent = policy.IsIndependent && wish.Version is null, AppVersion = wish.AppVersion ?? policy.AppVersion });
        var stamped = ChartYaml.Parse(yaml.Source.With(stamper.Find(yaml.Source, version).Select(value => value.Edit).OfType<TextEdit>()));

        return wish.AppVersion is not null && stamped.Find("appVersion") is null ? throw new ReleaseException(StampDiagnostics.NoKey(yaml.Source.SpotAt(yaml.Root.Start), "appVersion"))
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
