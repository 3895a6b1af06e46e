using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Handover;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Handover;

/// <summary>A version in a source archive that git made: the commit git wrote into it, and the version files it holds.</summary>
internal sealed record ArchivedVersion : HandedVersion
{
    private readonly ArchiveNote _note;

    private ArchivedVersion(string file, string root, ArchiveNote note)
        : base(file, root, note.Commit, note.CommitDate, Source: "") => _note = note;

    /// <summary>The archive whose top is a folder, or null.</summary>
    /// <exception cref="ReleaseException">RT1070: the file that says so is damaged.</exception>
    public static ArchivedVersion? In(string folder) =>
        Path.Combine(folder, ArchiveNote.Place) is var file && ReadText(file) is { } text && ArchiveNote.Read(text) is { } note ? new(file, folder, note) : null;

    /// <summary>An archive is always whole, and does not list what it holds.</summary>
    public override bool Holds(string folder) => true;

    public override VersionForms Forms(string folder, bool? publicRelease)
    {
        // The archive holds the files as they were committed, so what is on disk is what the one commit of this history holds.
        var files = VersionReader.FilesIn(Root, VersionFilePlaces.For(NameOf(folder)));
        var options = VersionFiles.Parse(files) ?? VersionOptions.Default;
        var tags = _note.Tags.Select(tag => new GitTag(tag[GitTag.Folder.Length..], Commit)).ToImmutableArray();
        var isFromTags = options.Scheme == VersionScheme.Tags;
        var height = isFromTags ? null : TaggedHeight.Find(options, _note.Tags);

        if (IsCommitHidden(options) || (height is null && !(isFromTags && ReleaseTag.Select(tags, options.Tags.Prefix) is not [])))
        {
            throw new ReleaseException(HandoverDiagnostics.UntaggedArchive(File, Commit));
        }

        return VersionForms.Of(VersionCalculator.Compute(new VersionFacts
        {
            Folder = folder,
            Head = new HeadFacts
            {
                Id = Commit,
                IsCheckedOut = false,
                Ref = Commit.Hash,
                Tags = _note.Tags,
                CommitDate = CommitDate,
                AuthorDate = _note.AuthorDate,
            },
            CommittedFiles = files,
            History = new CommitHistory(OneCommit(), [0], [files]),
            WorkingFiles = new([]),
            Answers = VersionAnswers.None with { Tags = tags },
            Counted = height is { } told ? new(files, told, LastCounted: null) : null,
            PublicRelease = publicRelease,
        }));
    }

    /// <summary>
    /// Whether no tag shows how the commit stands in the version: it may be another one than the archive's, or as short as the other
    /// commits of the repository allow.
    /// </summary>
    private static bool IsCommitHidden(VersionOptions options) =>
        options is { Scheme: not VersionScheme.Tags, CommitInVersion: CommitInVersion.LastCounted, PathFilters: not null } or { GitCommitIdShortAutoMinimum: > 0 };

    private CommitGraph OneCommit()
    {
        var builder = new CommitGraph.Builder(Commit.Hash.Length / 2);
        builder.Add(Convert.FromHexString(Commit.Hash));
        return builder.Build([]);
    }
}
