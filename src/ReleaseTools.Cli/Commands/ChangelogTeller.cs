using System.Collections.Immutable;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Renderers;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary>Tells the same commits in whatever form is wanted: as a text, as sections of a file, as release notes.</summary>
/// <param name="files">Where files lie.</param>
/// <param name="policy">How changelogs are written here.</param>
/// <param name="published">What was published.</param>
/// <param name="read">The changelogs under some headings, the newest first.</param>
internal sealed class ChangelogTeller(ChangelogFiles files, ChangelogPolicy policy, ImmutableArray<PublishedArtefact> published, Func<ImmutableArray<SectionRule>, ImmutableArray<Changelog.Changelog>> read)
{
    /// <summary>For whoever prints it.</summary>
    public (ImmutableArray<Changelog.Changelog> Told, ChangelogStyle Style) Tell(IChangelogRenderer renderer)
    {
        var style = Style(renderer);
        return (read(style.Rules), style);
    }

    /// <param name="wanted">The form the user named, or null.</param>
    /// <param name="component">What it is about.</param>
    /// <exception cref="ReleaseException">RT4356: the form is none for files. RT4351, RT4352, RT4363 or RT4364: the file is in the way.</exception>
    public (WrittenFile File, string Title) Sections(IChangelogRenderer? wanted, string? component)
    {
        if (wanted is { Preamble: null })
        {
            throw new ReleaseException(ChangelogFileDiagnostics.NotForFiles(wanted.Name));
        }

        var path = policy.FileOf(component);
        var source = files.Read(path);
        var text = source ?? SourceText.From(path, "");
        var guess = FileForm.Of(ChangelogFile.Read(text, ReaderOf([])));
        var renderer = RendererFor(guess, []);
        var style = StyleIn(guess);
        var told = read(style.Rules);

        // How tags are named here, the commits tell.
        var file = ChangelogFile.Read(text, ReaderOf(told));
        var form = FileForm.Of(file);

        // And which sections are not written now.
        if (RendererFor(form, told) is var other && other != renderer)
        {
            renderer = other;
            style = StyleIn(form);
            told = read(style.Rules);
        }

        var written = told.Select(form.Dated).Select(changelog => form.Continue(style, changelog, renderer.Title) is var own ? new WrittenSection(changelog, renderer.Render(changelog, own), own) : null!);
        var edit = ChangelogEdit.Of(file, [.. written], renderer.Preamble!);

        return (new(edit, source is null), string.Join("', '", (edit.Changed is [] ? told : edit.Changed).Select(changelog => changelog.VersionText ?? VersionTitle.Unreleased)));

        IChangelogRenderer RendererFor(FileForm form, ImmutableArray<Changelog.Changelog> written) =>
            wanted ?? (policy.Format is { Preamble: not null } said ? said : form.FormatFor(written) is { } found ? ChangelogRenderers.Find(found)! : ChangelogRenderers.All[0]);

        ChangelogStyle StyleIn(FileForm form) => Style(renderer) is var usual ? usual with { Rules = form.Rename(usual.Rules) } : null!;
    }

    /// <exception cref="ReleaseException">RT4357: there is no version whose notes these are.</exception>
    public WrittenFile Notes(string? component)
    {
        var renderer = new GitHubRenderer();
        var style = Style(renderer);
        var told = read(style.Rules);
        var changelog = told is [var only] ? only : throw new ReleaseException(ChangelogFileDiagnostics.OneFileOnly("--all"));
        var path = policy.NotesOf(component, changelog.VersionText ?? throw new ReleaseException(ChangelogFileDiagnostics.NotesWithoutVersion()));
        return WrittenFile.Notes(path, renderer.Render(changelog, style with { Title = policy.Title ?? LineTemplate.Of("{tag} ({date})") }), files.Read(path) is not null);
    }

    private HeadingReader ReaderOf(ImmutableArray<Changelog.Changelog> told) => new(
        policy.Title is { } title ? ChangelogRenderers.Titles.Prepend(title) : ChangelogRenderers.Titles,
        told.SelectMany(changelog => new[] { changelog.TagPrefix, (changelog with { Tag = changelog.Previous, Version = null }).TagPrefix }).OfType<string>().Distinct());

    /// <summary>A heading of one's own is meant for files; the page of a release has its own.</summary>
    private ChangelogStyle Style(IChangelogRenderer renderer) =>
        policy.StyleFor(renderer, files.PeerSections(renderer)) is var style && renderer is GitHubRenderer ? style with { Title = null, Published = published } : style with { Published = published };
}
