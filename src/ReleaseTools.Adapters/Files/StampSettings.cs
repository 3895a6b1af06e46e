using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Files;

/// <summary>What the version files of a repository say of stamping: the entries of each, and for any folder how charts are stamped and images tagged.</summary>
internal sealed class StampSettings
{
    private readonly string _root;
    private readonly Dictionary<string, VersionOptions> _options = new(StringComparer.Ordinal);

    /// <summary>For each folder the nearest one, itself or above it, that has a version file; the root where none has.</summary>
    private readonly Dictionary<string, string> _homes = new(StringComparer.Ordinal) { [""] = "" };

    /// <summary>By home.</summary>
    private readonly Dictionary<(string, string), StampVersion> _versions = [];
    private readonly Dictionary<(string, StampVersion), ChartPolicy> _policies = [];

    private StampSettings(string root) => _root = root;

    /// <summary>The entries, each said once: by the file it stands in.</summary>
    public ImmutableArray<StampRule> Rules { get; private set; } = [];

    /// <summary>A version file that cannot be read and does not hold for what is stamped may be anything, such as a sample.</summary>
    public ImmutableArray<Diagnostic> Remarks { get; private set; } = [];

    /// <param name="root">The repository's.</param>
    /// <param name="files">All that git knows, from the root. A version file that holds for a scope counts without that.</param>
    /// <param name="scopes">The folders to be stamped, from the root; empty for the root itself.</param>
    /// <exception cref="ReleaseException">RT20…: a version file that holds for one of them is wrong.</exception>
    public static StampSettings Read(string root, IEnumerable<string> files, IEnumerable<string> scopes)
    {
        var settings = new StampSettings(root);
        var holding = scopes.SelectMany(VersionFilePlaces.For).ToHashSet(StringComparer.Ordinal);
        var rules = ImmutableArray.CreateBuilder<StampRule>();
        var remarks = ImmutableArray.CreateBuilder<Diagnostic>();

        foreach (var file in files.Concat(holding).Where(file => Path.GetFileName(file.AsSpan()) is "version.json" && File.Exists(Path.Combine(root, file))).Distinct(StringComparer.Ordinal))
        {
            try
            {
                rules.AddRange(StampRule.ParseAll(settings.Of(FolderOf(file)).Stamp.Where(setting => setting.Spot.File == file)));
            }
            catch (ReleaseException stop) when (!holding.Contains(file))
            {
                remarks.Add(StampDiagnostics.PassedOverEntries(stop.Diagnostics[0].Spot ?? new(file, 1, 1), stop.Diagnostics[0].Message));
            }
        }

        settings.Rules = rules.ToImmutable();
        settings.Remarks = remarks.ToImmutable();
        return settings;
    }

    /// <summary>Those that hold for one folder, inherited entries included; for who has no list of files.</summary>
    public static StampSettings ReadFor(string root, string folder)
    {
        var settings = new StampSettings(root);
        settings.Rules = StampRule.ParseAll(settings.Of(folder).Stamp);
        return settings;
    }

    /// <summary>Looks for version files in many folders at once, so that nobody waits for each.</summary>
    public void Look(IEnumerable<string> folders)
    {
        ImmutableArray<string> open = [.. folders.SelectMany(VersionFilePlaces.Upwards).Distinct().Where(folder => !_homes.ContainsKey(folder))];
        var haveOwn = SideBySide.Select(open, HasOwn);

        // Those above come before those below.
        foreach (var (folder, hasOwn) in open.Zip(haveOwn).OrderBy(one => one.First.Length))
        {
            _homes.Add(folder, hasOwn ? folder : _homes[FolderOf(folder)]);
        }
    }

    /// <summary>The options that hold for a folder.</summary>
    /// <exception cref="ReleaseException">RT20…: a version file is wrong.</exception>
    public VersionOptions Of(string folder)
    {
        var home = HomeOf(folder);

        if (!_options.TryGetValue(home, out var options))
        {
            options = VersionFiles.Parse(VersionReader.FilesIn(_root, VersionFilePlaces.For(home))) ?? VersionOptions.Default;
            _options.Add(home, options);
        }

        return options;
    }

    /// <summary>The version as it is told to a file: with the image tags that hold for its folder.</summary>
    /// <exception cref="ReleaseException">RT3010: it is no semantic version.</exception>
    public StampVersion VersionFor(string file, string version)
    {
        var home = HomeOf(FolderOf(file));

        if (!_versions.TryGetValue((home, version), out var made))
        {
            made = StampVersion.Parse(version, Of(home).ImageTags);
            _versions.Add((home, version), made);
        }

        return made;
    }

    /// <summary>How the charts of a folder are stamped.</summary>
    /// <exception cref="ReleaseException">RT2092 or RT2093: what is said of their application's version cannot be written.</exception>
    public ChartPolicy PolicyIn(string folder, StampVersion version)
    {
        var home = HomeOf(folder);

        if (!_policies.TryGetValue((home, version), out var made))
        {
            var charts = Of(home).Charts;
            made = new()
            {
                IsIndependent = charts.Version == ChartVersioning.Independent,
                AppVersion = StampTemplate.Parse(charts.AppVersion, charts.AppVersionSpot).Render(version),
            };
            _policies.Add((home, version), made);
        }

        return made;
    }

    private string HomeOf(string folder)
    {
        if (!_homes.TryGetValue(folder, out var home))
        {
            Look([folder]);
            home = _homes[folder];
        }

        return home;
    }

    private bool HasOwn(string folder) => VersionFilePlaces.Names.Any(name => File.Exists(Path.Join(_root, folder, name)));

    public static string FolderOf(string file) => file[..Math.Max(0, file.LastIndexOf('/'))];
}
