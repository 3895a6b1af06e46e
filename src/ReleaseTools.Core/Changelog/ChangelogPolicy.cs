using System.Collections.Immutable;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Changelog;

/// <summary>How changelogs are written in a repository: what version.json says, with what other tools' files say where it is silent.</summary>
internal sealed record ChangelogPolicy
{
    private const string VersionPlace = "{version}";

    private const string NoLinks = "none";

    /// <summary>Null where nobody says it.</summary>
    public IChangelogRenderer? Format { get; private init; }

    /// <summary>The file of a component, or of the whole repository, from the root.</summary>
    public string FileOf(string? component) => File ?? In(component, "CHANGELOG.md");

    /// <summary>The file of a version's release notes, from the root.</summary>
    public string NotesOf(string? component, string version) => (Notes ?? In(component, $"docs/releases/RELEASE_NOTES_v{VersionPlace}.md")).Replace(VersionPlace, version, StringComparison.Ordinal);

    private string? File { get; init; }

    private string? Notes { get; init; }

    /// <summary>How the heading of a version is written; null where the form decides.</summary>
    public LineTemplate? Title { get; private init; }

    /// <summary>Whether the title of a pull request goes before what its commit says.</summary>
    public bool PrefersTitles { get; private init; }

    /// <summary>Where the repository is shown, even where no links are wanted; null where nobody knows.</summary>
    public RepositoryLinks? Site { get; private init; }

    private LineTemplate? Entry { get; init; }

    private RepositoryLinks? Links { get; init; }

    private ImmutableArray<SectionRule> Rules { get; init; } = [];

    /// <param name="setting">What version.json says.</param>
    /// <param name="remote">The address of the remote, or null.</param>
    /// <exception cref="ReleaseException">RT214…: all that is wrong with it.</exception>
    public static ChangelogPolicy Parse(ChangelogSetting setting, string? remote)
    {
        var site = RepositoryLinks.Find(remote);
        var policy = new ChangelogPolicy { Links = site, Site = site, PrefersTitles = setting.Text == EntrySource.PullRequest, Rules = SectionRules.Parse(setting.Sections) };
        Complaints.Gather(setting.Texts.OrderBy(text => text.Key, StringComparer.Ordinal), text => policy = policy.With(text.Key, text.Value.Text, text.Value.Spot, remote));
        return policy;
    }

    /// <summary>For one form: its own headings where nobody says others.</summary>
    /// <param name="renderer">The form.</param>
    /// <param name="peer">The headings that another tool's file says, or none.</param>
    public ChangelogStyle StyleFor(IChangelogRenderer renderer, ImmutableArray<SectionRule> peer) =>
        new(Rules is not [] ? Rules : peer is not [] ? peer : renderer.Rules) { Title = Title, Entry = Entry, Links = Links };

    private ChangelogPolicy With(string name, string text, SourceSpot spot, string? remote) => name switch
    {
        "format" => this with { Format = ChangelogRenderers.Find(text) ?? throw new ReleaseException(ChangelogSettingDiagnostics.NoSuchFormat(spot, text, ChangelogRenderers.All.Select(one => one.Name))) },
        "file" => this with { File = Path(text, spot) },
        "notes" when !text.Contains(VersionPlace, StringComparison.Ordinal) => throw new ReleaseException(ChangelogSettingDiagnostics.NotesWithoutVersion(spot, text)),
        "notes" => this with { Notes = Path(text, spot) },
        "title" when LineTemplate.Parse(text, spot, LineTemplate.TitlePlaceholders) is var title => this with { Title = HeadingReader.CanReadBack(title) ? title : throw new ReleaseException(ChangelogFileDiagnostics.TitleNotReadBack(spot, text)) },
        "entry" => this with { Entry = LineTemplate.Parse(text, spot, LineTemplate.EntryPlaceholders) },
        _ when text == NoLinks => this with { Links = null },
        _ when RepositoryHosts.All.Any(host => host.Name == text) => WithSite(RepositoryLinks.Find(remote, text)),
        _ => throw new ReleaseException(ChangelogSettingDiagnostics.NoSuchHost(spot, text, RepositoryHosts.All.Select(host => host.Name))),
    };

    private ChangelogPolicy WithSite(RepositoryLinks? site) => this with { Links = site, Site = site };

    private static string In(string? component, string path) => component is null ? path : $"{component}/{path}";

    private static string Path(string text, SourceSpot spot) =>
        text.Length > 0 && text.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && !part.Equals(".git", StringComparison.OrdinalIgnoreCase)) && !text.Any(unit => char.IsControl(unit) || unit is '\\' or ':')
            ? text
            : throw new ReleaseException(ChangelogSettingDiagnostics.NotAPath(spot, text));
}
