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
    private ImmutableArray<StampRule> Rules { get; init; } = [];

    /// <summary>From a path in the chart to one in the repository.</summary>
    private Func<string, string> NameOf { get; init; } = path => path;

    /// <param name="folder">Absolute.</param>
    /// <param name="version">The version it is packaged with.</param>
    /// <exception cref="ReleaseException">RT20… or RT3010: a version file is wrong, or this is no semantic version.</exception>
    public static ChartSettings Read(string folder, string version)
    {
        if (WorkingTree.Find(folder) is not { Root: var root })
        {
            var alone = StampVersion.Parse(version);
            return new(alone, ChartPolicy.Lockstep with { AppVersion = alone.Text }, ChartOptions.Default);
        }

        var paths = new RepositoryPath(root);
        var name = paths.NameIn(Path.Combine(folder, ChartYaml.FileName));
        var place = StampSettings.FolderOf(name);
        var settings = StampSettings.ReadFor(root, place);
        var stamped = settings.VersionFor(name, version);

        return new(stamped, settings.PolicyIn(place, stamped), settings.Of(place).Charts)
        {
            Rules = settings.Rules,
            NameOf = path => paths.NameIn(Path.Combine(folder, path)),
        };
    }

    /// <summary>Whether an entry of version.json says something of a file of the chart.</summary>
    public bool Lists(string path) => RulesFor(path).Any();

    /// <summary>A file of the chart with all that is to be in it.</summary>
    /// <exception cref="ReleaseException">RT3…: the file is not fit for it.</exception>
    public SourceText Plan(SourceText source, string path, IStamper? kind)
    {
        var plan = StampPlan.For(source, Version, kind, RulesFor(path).Select(rule => (rule, Version)));
        return source.With(plan.Differences.Select(value => value.Edit!.Value));
    }

    private IEnumerable<StampRule> RulesFor(string path) => Rules.Where(rule => rule.Files.Among([NameOf(path)]).Any());
}
