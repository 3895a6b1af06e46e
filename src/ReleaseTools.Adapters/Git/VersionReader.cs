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
    public static VersionSnapshot Read(GitRepository repository, string? commit = null, bool? publicRelease = null, CiWord? ci = null)
    {
        var paths = PathsFor(repository);
        var head = repository.ReadHead(commit);
        var cache = repository.FindCache();

        if (cache?.Find(head.Id, paths) is { } counted && (counted.IgnoresCase is null || counted.IgnoresCase == repository.IgnoresCase()))
        {
            var known = Answered(repository, Look(repository, head, paths, counted.Files, publicRelease, ci) with { Counted = counted });

            // Tags come and go without a commit: what is counted from them is never kept.
            if (!VersionQuestions.From(known).WantsTags)
            {
                return VersionCalculator.Compute(known);
            }
        }

        var facts = WithHistory(repository, head, paths, publicRelease, ci);
        var found = VersionCalculator.Count(facts);

        if (found is { Height: > 0 })
        {
            cache?.Keep(head.Id, paths, found with { IgnoresCase = facts.Answers.Relevant.Count > 0 ? repository.IgnoresCase() : null });
        }

        return VersionCalculator.Compute(facts with { Counted = found });
    }

    /// <summary>As <see cref="Read"/> sees it, with the whole history, whatever was counted before.</summary>
    public static VersionFacts Observe(GitRepository repository, string? commit = null, bool? publicRelease = null, CiWord? ci = null) =>
        WithHistory(repository, repository.ReadHead(commit), PathsFor(repository), publicRelease, ci);

    /// <summary>The settings at a commit, without its history: those on disk where it is checked out. Null where there is no version file.</summary>
    /// <exception cref="ReleaseException">RT20…: a version file is wrong.</exception>
    public static VersionOptions? ReadOptions(GitRepository repository, HeadFacts head) => VersionFiles.Parse(ReadFiles(repository, head));

    /// <summary>The version files on disk.</summary>
    public static VersionFileSet ReadWorkingFiles(GitRepository repository) => WorkingFiles(repository, PathsFor(repository), new([]));

    private static ImmutableArray<string> PathsFor(GitRepository repository) => [.. VersionFilePlaces.For(repository.Prefix.TrimEnd('/'))];

    private static VersionFacts WithHistory(GitRepository repository, HeadFacts head, ImmutableArray<string> paths, bool? publicRelease, CiWord? ci)
    {
        var history = repository.ReadHistory(head.Id, paths);
        return Answered(repository, Look(repository, head, paths, history.FilesOf(0), publicRelease, ci) with { History = history });
    }

    private static VersionFacts Look(GitRepository repository, HeadFacts head, ImmutableArray<string> paths, VersionFileSet committed, bool? publicRelease, CiWord? ci) => new()
    {
        Folder = repository.Git.Directory,
        Head = head,
        CommittedFiles = committed,
        WorkingFiles = head.IsCheckedOut ? WorkingFiles(repository, paths, committed) : new([]),
        PublicRelease = publicRelease,
        Ci = ci,
    };

    /// <summary>First which commits count, as the commits that are written in short follow from it.</summary>
    private static VersionFacts Answered(GitRepository repository, VersionFacts facts)
    {
        var questions = VersionQuestions.From(facts);
        var relevant = questions.Filters.ToFrozenDictionary(filters => filters, filters => repository.FindRelevant(facts.Head.Id, filters));
        var known = facts with { Answers = VersionAnswers.None with { Relevant = relevant, Tags = questions.WantsTags ? repository.ReadTags() : [] } };

        return questions.ShortestId == 0
            ? known
            : known with { Answers = known.Answers with { ShortIds = VersionCalculator.Shortened(known).ToFrozenDictionary(commit => commit, commit => repository.Abbreviate(commit, questions.ShortestId)) } };
    }

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
