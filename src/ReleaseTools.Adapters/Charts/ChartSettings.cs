using System.Collections.Immutable;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Charts;

/// <summary>What version.json says of one chart, where there is a repository for one.</summary>
/// <param name="Version">The version it is packaged with.</param>
/// <param name="Policy">How its Chart.yaml is stamped.</param>
/// <param name="Options">The settings of charts.</param>
internal sealed record ChartSettings(StampVersion Version, ChartPolicy Policy, ChartOptions Options)
{
    /// <summary>Each with the version of the folder that its entry stands in.</summary>
    private ImmutableArray<(StampRule Rule, Lazy<StampVersion> Version)> Rules { get; init; } = [];

    /// <summary>From a path in the chart to what a file is called in the repository, as it is named and without links.</summary>
    private Func<string, string[]> NamesOf { get; init; } = _ => [];

    /// <param name="folder">Absolute.</param>
    /// <param name="versionOf">The version of a file in the repository, by its absolute path.</param>
    /// <exception cref="ReleaseException">RT20… or RT3010: a version file is wrong, or there is no semantic version.</exception>
    public static ChartSettings Read(string folder, Func<string, string> versionOf)
    {
        var chart = Path.Combine(folder, ChartYaml.FileName);

        if (WorkingTree.Find(folder) is not { Root: var root })
        {
            var alone = StampVersion.Parse(versionOf(chart));
            return new(alone, ChartPolicy.Lockstep with { AppVersion = alone.Text }, ChartOptions.Default);
        }

        var paths = new RepositoryPath(root);
        var name = paths.NameIn(chart);
        var place = StampSettings.FolderOf(name);
        var settings = StampSettings.Read(root, GitRepository.Open(folder).ListTracked(), [place]);
        var version = settings.VersionFor(name, versionOf(chart));

        return new(version, settings.PolicyIn(place, version), settings.Of(place).Charts)
        {
            Rules = [.. settings.Rules.Select(rule => (rule, new Lazy<StampVersion>(() => settings.VersionFor(rule.Spot.File, versionOf(Path.Combine(root, rule.Spot.File))))))],
            NamesOf = path => Path.Combine(folder, path) is var file && File.Exists(file) ? [paths.NameIn(file), paths.NameIn(paths.Of(file))] : [],
        };
    }

    /// <summary>Whether an entry of version.json says something of a file of the chart.</summary>
    public bool Lists(string path) => RulesFor(path).Any();

    /// <summary>A file of the chart with all that is to be in it.</summary>
    /// <exception cref="ReleaseException">RT3…: the file is not fit for it.</exception>
    public SourceText Plan(SourceText source, string path, IStamper? kind)
    {
        var plan = StampPlan.For(source, Version, kind, RulesFor(path).Select(one => (one.Rule, one.Version.Value)));
        return source.With(plan.Differences.Select(value => value.Edit!.Value));
    }

    private IEnumerable<(StampRule Rule, Lazy<StampVersion> Version)> RulesFor(string path) =>
        NamesOf(path) is var names ? Rules.Where(one => one.Rule.Files.Among(names).Any()) : [];
}
