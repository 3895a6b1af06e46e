using System.Collections.Immutable;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Renderers;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary>Tells the same commits in whatever form is wanted: as a text, as a section of a file, as release notes.</summary>
/// <param name="files">Where files lie.</param>
/// <param name="policy">How changelogs are written here.</param>
/// <param name="published">What was published.</param>
/// <param name="tell">The changelog under some headings.</param>
internal sealed class ChangelogTeller(ChangelogFiles files, ChangelogPolicy policy, ImmutableArray<PublishedArtefact> published, Func<ImmutableArray<SectionRule>, Changelog.Changelog> tell)
{
    /// <summary>For whoever prints it.</summary>
    public (Changelog.Changelog Changelog, string Text) Print(IChangelogRenderer renderer)
    {
        var style = Style(renderer);
        var changelog = tell(style.Rules);
        return (changelog, renderer.Render(changelog, style));
    }

    /// <param name="wanted">The form the user named, or null.</param>
    /// <exception cref="ReleaseException">RT4356: the form is none for files. RT4351 or RT4352: the file is in the way.</exception>
    public (WrittenFile File, Changelog.Changelog Changelog) Section(IChangelogRenderer? wanted)
    {
        if (wanted is { Preamble: null })
        {
            throw new ReleaseException(ChangelogFileDiagnostics.NotForFiles(wanted.Name));
        }

        var source = files.Read(policy.File);
        var file = ChangelogFile.Read(source ?? SourceText.From(policy.File, ""));
        var form = FileForm.Of(file);
        var renderer = wanted ?? (policy.Format is { Preamble: not null } said ? said : form.Format is { } found ? ChangelogRenderers.Find(found)! : ChangelogRenderers.All[0]);
        var usual = Style(renderer);
        var rules = form.Rename(usual.Rules);
        var changelog = tell(rules);
        var style = form.Continue(usual with { Rules = rules }, changelog);
        return (new(ChangelogEdit.Of(file, changelog, renderer.Render(changelog, style), style, renderer.Preamble!), source is null), changelog);
    }

    /// <exception cref="ReleaseException">RT4357: there is no version whose notes these are.</exception>
    public WrittenFile Notes()
    {
        var renderer = new GitHubRenderer();
        var style = Style(renderer);
        var changelog = tell(style.Rules);
        var path = policy.NotesOf(changelog.VersionText ?? throw new ReleaseException(ChangelogFileDiagnostics.NotesWithoutVersion()));
        return WrittenFile.Notes(path, renderer.Render(changelog, style with { Title = policy.Title ?? LineTemplate.Of("{tag} ({date})") }), files.Read(path) is not null);
    }

    /// <summary>A heading of one's own is meant for files; the page of a release has its own.</summary>
    private ChangelogStyle Style(IChangelogRenderer renderer) =>
        policy.StyleFor(renderer, files.PeerSections(renderer)) is var style && renderer is GitHubRenderer ? style with { Title = null, Published = published } : style with { Published = published };
}
