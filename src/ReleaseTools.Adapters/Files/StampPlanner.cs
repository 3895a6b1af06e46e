using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Stamping.Stampers;

namespace ReleaseTools.Adapters.Files;

/// <summary>Looks for all that is to carry the version: what was named, what is known by its name, and what version.json lists. All complaints come together.</summary>
/// <param name="repository">Where they lie.</param>
/// <param name="versionOf">What to write into a file, by its absolute path.</param>
internal sealed class StampPlanner(GitRepository repository, Func<string, string> versionOf)
{
    private readonly RepositoryPath _paths = new(repository.Root);
    private readonly Dictionary<string, StampFile> _files = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _complaints = [];
    private readonly List<Diagnostic> _remarks = [];

    private string Root => repository.Root;

    /// <param name="paths">Absolute. A file is taken at its word; in a folder, those that git knows or would add are looked for.</param>
    /// <param name="isCheck">Whether nothing is to be written, so that what stamping does not mend is looked for as well.</param>
    /// <exception cref="ReleaseException">RT3…: a file is missing, was named and lies outside the repository, or cannot carry the version.</exception>
    public StampSet Plan(IEnumerable<string> paths, bool isCheck)
    {
        foreach (var path in paths)
        {
            Look(path);
        }

        var listed = repository.ListFiles();
        var settings = StampSettings.Read(Root, listed, _folders.Concat(_files.Values.Select(file => StampSettings.FolderOf(file.Name))));
        _remarks.AddRange(settings.Remarks);

        foreach (var name in _folders.SelectMany(folder => StampSearch.Among(listed, Prefix(folder))).Distinct())
        {
            AddFound(name);
        }

        foreach (var rule in settings.Rules)
        {
            Try(() => AddListed(rule, listed, settings));
        }

        var versions = new NeighbourVersions(Root, new(() => StampSearch.Among(listed, "").ToFrozenSet(StringComparer.Ordinal)), settings, versionOf);
        var plans = ImmutableArray.CreateBuilder<StampPlan>();

        foreach (var (path, file) in _files.OrderBy(file => file.Value.Name, StringComparer.Ordinal))
        {
            Try(() => plans.Add(PlanOf(path, file, settings, versions)));
        }

        if (_complaints is not [])
        {
            throw new ReleaseException([.. _complaints.Distinct()]);
        }

        plans.RemoveAll(plan => plan.Values is []);
        var strays = new StrayImages(Root, [.. StampSearch.Kept(listed).Where(IsMeant)], name => settings.VersionFor(name, versionOf(Path.Combine(Root, name))));

        return new(plans.ToImmutable(), [.. _remarks.Distinct()]) { Strays = isCheck ? strays.Find(settings.Rules, plans.ToImmutable()) : [] };
    }

    private void Look(string path)
    {
        if (Directory.Exists(path) && RealPath.IsBelow(path, Root))
        {
            _folders.Add(_paths.NameIn(path) is not "." and var folder ? folder : "");
            return;
        }

        Try(() =>
        {
            var name = _paths.NameIn(path);
            _files.TryAdd(_paths.Within(path), new(name, IsNamed: true) { Kind = StamperList.Find(name) });

            // A package and its lock go together.
            foreach (var beside in PackageLockStamper.Names.Where(_ => Path.GetFileName(name) == "package.json").Select(other => Path.Combine(Path.GetDirectoryName(path)!, other)).Where(File.Exists))
            {
                AddFound(_paths.NameIn(beside));
            }
        });
    }

    /// <summary>Nobody asked for this one, and a link out of the repository is fine for whatever it was made for.</summary>
    private void AddFound(string name)
    {
        var path = Path.Combine(Root, name);

        // What was deleted and not committed yet is still in git's list.
        if (!File.Exists(path))
        {
            return;
        }

        if (_paths.IsIn(path))
        {
            _files.TryAdd(_paths.Of(path), new(name, IsNamed: false) { Kind = StamperList.Find(name) });
        }
        else
        {
            _remarks.Add(StampDiagnostics.PassedOver(name, Root));
        }
    }

    private void AddListed(StampRule rule, ImmutableArray<string> listed, StampSettings settings)
    {
        var pattern = rule.Files;
        var targets = (pattern.HasWildcard ? pattern.Among(listed) : [pattern.Path]).Where(name => File.Exists(Path.Combine(Root, name))).ToArray();

        if (targets is [] && IsMeant(pattern.Start))
        {
            throw new ReleaseException(StampDiagnostics.NoSuchFiles(rule.Spot, pattern.Path));
        }

        foreach (var name in targets.Where(IsMeant))
        {
            var path = Path.Combine(Root, name);

            if (pattern.HasWildcard && !_paths.IsIn(path))
            {
                _remarks.Add(StampDiagnostics.PassedOver(name, Root));
                continue;
            }

            var real = _paths.Within(path);
            var file = _files.GetValueOrDefault(real) ?? new StampFile(name, IsNamed: false);
            file.Rules.Add((rule, settings.VersionFor(rule.Spot.File, versionOf(Path.Combine(Root, rule.Spot.File)))));
            _files[real] = file with { Kind = file.Kind ?? (rule.Place is null ? StamperList.Find(name) : null) };
        }
    }

    private StampPlan PlanOf(string path, StampFile file, StampSettings settings, NeighbourVersions versions)
    {
        var version = file is { Kind: null, Rules: [var (_, first), ..] } ? first : settings.VersionFor(file.Name, versionOf(path));

        return (file with
        {
            Kind = file.Kind switch
            {
                ChartStamper => new ChartStamper(settings.PolicyIn(StampSettings.FolderOf(file.Name), version) with { VersionOf = chart => versions.OfChart(file.Name, chart) }),
                PackageLockStamper => new PackageLockStamper(package => versions.OfPackage(file.Name, package)),
                var kind => kind,
            },
        }).Plan(path, version);
    }

    private bool IsMeant(string name) =>
        _folders.Any(folder => name.StartsWith(Prefix(folder), StringComparison.Ordinal)) || _files.Values.Any(file => file.IsNamed && file.Name == name);

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (ReleaseException stop)
        {
            _complaints.AddRange(stop.Diagnostics);
        }
    }

    private static string Prefix(string folder) => folder.Length == 0 ? "" : folder + "/";
}
