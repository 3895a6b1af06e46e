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

    /// <exception cref="ReleaseException">RT3…: a file is missing, was named and lies outside the repository, or cannot carry the version.</exception>
    public StampSet Plan(StampScope scope)
    {
        foreach (var path in scope.Paths)
        {
            Look(path);
        }

        var listed = new StampListing(repository, scope.HasUntracked ? _folders : []);
        var settings = StampSettings.Read(Root, listed.Versioned, _folders.Concat(_files.Values.Select(file => StampSettings.FolderOf(file.Name))));
        _remarks.AddRange(settings.Remarks);

        ImmutableArray<string> found = [.. _folders.SelectMany(folder => StampSearch.Among(listed.Versioned, Prefix(folder))).Distinct()];

        foreach (var (name, (file, real)) in found.Zip(SideBySide.Select(found, Find)))
        {
            AddFound(name, file, real);
        }

        foreach (var rule in settings.Rules)
        {
            Try(() => AddListed(rule, listed, settings));
        }

        var versions = new NeighbourVersions(Root, new(() => StampSearch.Among(listed.Versioned, "").ToFrozenSet(StringComparer.Ordinal)), settings, versionOf);
        var ready = ImmutableArray.CreateBuilder<Func<StampPlan>>(_files.Count);
        settings.Look(_files.Values.Select(file => StampSettings.FolderOf(file.Name)));

        foreach (var (path, file) in _files.OrderBy(file => file.Value.Name, StringComparer.Ordinal))
        {
            Try(() => ready.Add(Prepare(path, file, settings, versions)));
        }

        var plans = Read(ready.ToImmutable());
        _complaints.AddRange(settings.Rules.Where(rule => _complaints is [] && IsNamedNowhere(rule, listed, plans)).Select(rule => StampDiagnostics.NoMention(rule.Spot, ((ImageStamper)rule.Place!).Image, isOfMany: true)).ToArray());

        if (_complaints is not [])
        {
            throw new ReleaseException([.. _complaints.Distinct()]);
        }

        return new(plans, [.. _remarks.Distinct()])
        {
            Places = _files.ToDictionary(file => file.Value.Name, file => file.Key),
            Strays = scope.IsCheck ? FindStrays() : [],
        };

        ImmutableArray<Diagnostic> FindStrays() =>
            new StrayImages(Root, listed.Named(StrayImages.MayName), IsMeant, name => settings.VersionFor(name, versionOf(Path.Combine(Root, name)))).Find(settings.Rules, plans);
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
            foreach (var beside in PackageLockStamper.Names.Where(_ => Path.GetFileName(name) == "package.json").Select(other => Path.Combine(Path.GetDirectoryName(path)!, other)).Where(File.Exists).Select(_paths.NameIn))
            {
                var (file, real) = Find(beside);
                AddFound(beside, file, real);
            }
        });
    }

    /// <summary>The file as it was named, and itself with links followed: null where that is not in the repository.</summary>
    private (FileInfo Named, string? Real) Find(string name) => new FileInfo(Path.Join(Root, name)) is var file && file.Exists ? (file, _paths.Find(file)) : (file, null);

    /// <summary>Nobody asked for this one, and a link out of the repository is fine for whatever it was made for.</summary>
    private void AddFound(string name, FileInfo file, string? real)
    {
        if (real is not null)
        {
            _files.TryAdd(real, new(name, IsNamed: false) { Kind = StamperList.Find(name), Seen = real == file.FullName ? file : null });
        }

        // What was deleted and not committed yet is still in git's list.
        else if (file.Exists)
        {
            _remarks.Add(StampDiagnostics.PassedOver(name, Root));
        }
    }

    private void AddListed(StampRule rule, StampListing listed, StampSettings settings)
    {
        var pattern = rule.Files;
        var targets = (pattern.HasWildcard ? pattern.Among(listed.All) : [pattern.Path]).Where(name => File.Exists(Path.Combine(Root, name))).ToArray();

        if (targets is [] && IsMeant(pattern.Start))
        {
            throw new ReleaseException(StampDiagnostics.NoSuchFiles(rule.Spot, pattern.Path));
        }

        foreach (var name in targets.Where(IsMeant))
        {
            var path = Path.Combine(Root, name);

            if (RepositoryPath.IsCircle(path))
            {
                throw new ReleaseException(StampDiagnostics.LinkInCircle(rule.Spot, name));
            }

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

    /// <summary>Whether an entry is for an image that none of its many files names. Where only some of them are looked at, nobody can say.</summary>
    private bool IsNamedNowhere(StampRule rule, StampListing listed, ImmutableArray<StampPlan> plans) =>
        rule is { Place: ImageStamper image, Files.HasWildcard: true }
        && rule.Files.Among(listed.All).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } names
        && names.All(IsMeant)
        && !plans.Any(plan => names.Contains(plan.Source.Path) && plan.Values.Any(value => value.Key == image.Image));

    /// <summary>All that one file takes to be read and planned beside the others.</summary>
    private Func<StampPlan> Prepare(string path, StampFile file, StampSettings settings, NeighbourVersions versions)
    {
        var version = file is { Kind: null, Rules: [var (_, first), ..] } ? first : settings.VersionFor(file.Name, versionOf(path));

        var prepared = file with
        {
            Kind = file.Kind switch
            {
                ChartStamper => new ChartStamper(settings.PolicyIn(StampSettings.FolderOf(file.Name), version) with { VersionOf = chart => versions.OfChart(file.Name, chart) }),
                PackageLockStamper => new PackageLockStamper(package => versions.OfPackage(file.Name, package)),
                var kind => kind,
            },
        };

        return () => prepared.Plan(path, version);
    }

    /// <summary>The files are read at the same time and told of in their order.</summary>
    private ImmutableArray<StampPlan> Read(ImmutableArray<Func<StampPlan>> files)
    {
        var outcomes = SideBySide.Select(files, Outcome);
        _complaints.AddRange(outcomes.SelectMany(outcome => outcome.Complaints));
        return [.. outcomes.Select(outcome => outcome.Plan).OfType<StampPlan>().Where(plan => plan.Values is not [])];
    }

    private static (StampPlan? Plan, ImmutableArray<Diagnostic> Complaints) Outcome(Func<StampPlan> file)
    {
        try
        {
            return (file(), []);
        }
        catch (ReleaseException stop)
        {
            return (null, [.. stop.Diagnostics]);
        }
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
