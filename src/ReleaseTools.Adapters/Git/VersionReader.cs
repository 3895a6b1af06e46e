using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>Looks at a repository and its working copy for the facts a version follows from.</summary>
internal static class VersionReader
{
    /// <param name="repository">Opened at the project's folder: the nearest version file above it counts.</param>
    /// <param name="commit">What to look at; null for what is checked out.</param>
    /// <param name="publicRelease">The user's word on it, or null.</param>
    /// <param name="ci">What CI says, or null.</param>
    public static VersionSnapshot Read(GitRepository repository, string? commit = null, bool? publicRelease = null, CiWord? ci = null) =>
        Read(repository, FolderOf(repository), commit, publicRelease, ci);

    /// <summary>Of a folder named from the root, which need not be on disk.</summary>
    public static VersionSnapshot Read(GitRepository repository, string folder, string? commit, bool? publicRelease, CiWord? ci)
    {
        ImmutableArray<string> paths = [.. VersionFilePlaces.For(folder)];
        var head = repository.ReadHead(commit);
        var cache = repository.FindCache();

        if (cache?.Find(head.Id, paths) is { } counted && (counted.IgnoresCase is null || counted.IgnoresCase == repository.IgnoresCase))
        {
            var known = Look(repository, folder, head, counted.Files, publicRelease, ci) with { Counted = counted };

            // Tags come and go without a commit: what is counted from them is never kept.
            if (!VersionQuestions.From(known).WantsTags)
            {
                return VersionCalculator.Compute(Answered(repository, known));
            }
        }

        var facts = WithHistory(repository, folder, head, publicRelease, ci);
        var found = VersionCalculator.Count(facts);

        if (found is { Height: > 0 })
        {
            cache?.Keep(head.Id, paths, found with { IgnoresCase = facts.Answers.Relevant.Count > 0 ? repository.IgnoresCase : null });
        }

        return VersionCalculator.Compute(facts with { Counted = found });
    }

    /// <summary>As <see cref="Read"/> sees it, with the whole history, whatever was counted before.</summary>
    public static VersionFacts Observe(GitRepository repository, string? commit = null, bool? publicRelease = null, CiWord? ci = null) =>
        Observe(repository, FolderOf(repository), commit, publicRelease, ci);

    /// <summary>Of a folder named from the root, which need not be on disk.</summary>
    public static VersionFacts Observe(GitRepository repository, string folder, string? commit, bool? publicRelease, CiWord? ci) =>
        WithHistory(repository, folder, repository.ReadHead(commit), publicRelease, ci);

    /// <summary>The facts with the answers to what they ask. First which commits count, as the commits that are written in short follow from it.</summary>
    public static VersionFacts Answered(GitRepository repository, VersionFacts facts)
    {
        var questions = VersionQuestions.From(facts);
        var relevant = questions.Filters.ToFrozenDictionary(filters => filters, filters => repository.FindRelevant(facts.Head.Id, filters));
        var known = facts with { Answers = VersionAnswers.None with { Relevant = relevant, Tags = questions.WantsTags ? repository.ReadTags() : [] } };

        if (questions.ShortestId == 0)
        {
            return known;
        }

        // Counted here, so that nobody counts it again.
        known = known with { Counted = VersionCalculator.Count(known) };
        return known with { Answers = known.Answers with { ShortIds = VersionCalculator.Shortened(known).ToFrozenDictionary(commit => commit, commit => repository.Abbreviate(commit, questions.ShortestId)) } };
    }

    /// <summary>The settings at a commit, without its history: those on disk where it is checked out. Null where there is no version file.</summary>
    /// <exception cref="ReleaseException">RT20…: a version file is wrong.</exception>
    public static VersionOptions? ReadOptions(GitRepository repository, HeadFacts head) => VersionFiles.Parse(ReadFiles(repository, head));

    /// <summary>The version files on disk.</summary>
    public static VersionFileSet ReadWorkingFiles(GitRepository repository) => FilesIn(repository.Root, PathsFor(repository));

    /// <summary>Those of these files that are there, paths going from the root.</summary>
    public static VersionFileSet FilesIn(string root, IEnumerable<string> paths) =>
        new([.. paths.Select(path => (path, file: Path.Combine(root, path))).Where(place => File.Exists(place.file)).Select(place => new VersionFileText(place.path, ReadFile(place.path, place.file)))]);

    private static string FolderOf(GitRepository repository) => repository.Prefix.TrimEnd('/');

    /// <summary>Where a version file may stand for the folder the repository was opened at, the nearest first.</summary>
    public static ImmutableArray<string> PathsFor(GitRepository repository) => [.. VersionFilePlaces.For(FolderOf(repository))];

    private static VersionFacts WithHistory(GitRepository repository, string folder, HeadFacts head, bool? publicRelease, CiWord? ci)
    {
        var history = repository.ReadHistory(head.Id, [.. VersionFilePlaces.For(folder)]);
        return Answered(repository, Look(repository, folder, head, history.FilesOf(0), publicRelease, ci) with { History = history });
    }

    private static VersionFacts Look(GitRepository repository, string folder, HeadFacts head, VersionFileSet committed, bool? publicRelease, CiWord? ci) => new()
    {
        Folder = Path.GetFullPath(folder, repository.Root),
        Head = head,
        CommittedFiles = committed,
        WorkingFiles = head.IsCheckedOut ? WorkingFiles(repository, [.. VersionFilePlaces.For(folder)], committed) : new([]),
        PublicRelease = publicRelease,
        Ci = ci,
    };

    private static VersionFileSet ReadFiles(GitRepository repository, HeadFacts head)
    {
        var paths = PathsFor(repository);
        var committed = repository.ReadFiles(head.Id, paths);
        return head.IsCheckedOut ? WorkingFiles(repository, paths, committed) : committed;
    }

    /// <summary>What is on disk; and what is committed, where a sparse checkout keeps it from the disk.</summary>
    private static VersionFileSet WorkingFiles(GitRepository repository, ImmutableArray<string> paths, VersionFileSet committed)
    {
        var missing = committed.Files.Where(file => !File.Exists(Path.Combine(repository.Root, file.Path))).ToDictionary(file => file.Path);
        var leftOut = missing.Count == 0 ? [] : repository.FindLeftOut(missing.Keys);

        return new(
        [
            .. from path in paths
               let file = Path.Combine(repository.Root, path)
               let text = File.Exists(file) ? ReadFile(path, file) : leftOut.Contains(path) ? missing[path].Text : null
               where text is not null
               select new VersionFileText(path, text),
        ]);
    }

    private static string ReadFile(string path, string file) => new FileInfo(file).LinkTarget is null
        ? SourceText.Parse(path, File.ReadAllBytes(file)).Text
        : throw new ReleaseException(ConfigurationDiagnostics.IsLink(path));
}
