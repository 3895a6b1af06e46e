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

    /// <summary>The options that hold for a folder.</summary>
    /// <exception cref="ReleaseException">RT20…: a version file is wrong.</exception>
    public VersionOptions Of(string folder)
    {
        if (!_options.TryGetValue(folder, out var options))
        {
            options = folder.Length == 0 || VersionFilePlaces.In(folder).Any(file => File.Exists(Path.Combine(_root, file)))
                ? VersionFiles.Parse(VersionReader.FilesIn(_root, VersionFilePlaces.For(folder))) ?? VersionOptions.Default
                : Of(FolderOf(folder));
            _options.Add(folder, options);
        }

        return options;
    }

    /// <summary>The version as it is told to a file: with the image tags that hold for its folder.</summary>
    /// <exception cref="ReleaseException">RT3010: it is no semantic version.</exception>
    public StampVersion VersionFor(string file, string version) => StampVersion.Parse(version, Of(FolderOf(file)).ImageTags);

    /// <summary>How the charts of a folder are stamped.</summary>
    /// <exception cref="ReleaseException">RT2092 or RT2093: what is said of their application's version cannot be written.</exception>
    public ChartPolicy PolicyIn(string folder, StampVersion version)
    {
        var charts = Of(folder).Charts;

        return new()
        {
            IsIndependent = charts.Version == ChartVersioning.Independent,
            AppVersion = StampTemplate.Parse(charts.AppVersion, charts.AppVersionSpot).Render(version),
        };
    }

    public static string FolderOf(string file) => file[..Math.Max(0, file.LastIndexOf('/'))];
}
