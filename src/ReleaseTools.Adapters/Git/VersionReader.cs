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
        VersionCalculator.Compute(Observe(repository, commit, publicRelease, ci));

    public static VersionFacts Observe(GitRepository repository, string? commit = null, bool? publicRelease = null, CiWord? ci = null) =>
        Observe(repository, repository.Prefix.TrimEnd('/'), commit, publicRelease, ci);

    /// <summary>Of a folder named from the root, which need not be on disk.</summary>
    public static VersionFacts Observe(GitRepository repository, string folder, string? commit, bool? publicRelease, CiWord? ci)
    {
        ImmutableArray<string> paths = [.. VersionFilePlaces.For(folder)];
        var head = repository.ReadHead(commit);
        var history = repository.ReadHistory(head.Id, paths);

        var facts = new VersionFacts
        {
            Folder = Path.GetFullPath(folder, repository.Root),
            Head = head,
            History = history,
            WorkingFiles = head.IsCheckedOut ? WorkingFiles(repository, paths, history.FilesOf(0)) : new([]),
            PublicRelease = publicRelease,
            Ci = ci,
        };

        return facts with { Answers = Answer(repository, VersionQuestions.From(facts), head.Id) };
    }

    /// <summary>Those of these files that are there, paths going from the root.</summary>
    public static VersionFileSet FilesIn(string root, IEnumerable<string> paths) =>
        new([.. paths.Select(path => (path, file: Path.Combine(root, path))).Where(place => File.Exists(place.file)).Select(place => new VersionFileText(place.path, ReadFile(place.path, place.file)))]);

    private static VersionAnswers Answer(GitRepository repository, VersionQuestions questions, CommitId commit) =>
        questions is { Filters: [], ShortestId: 0 }
            ? VersionAnswers.None
            : new(
                questions.Filters.ToFrozenDictionary(filters => filters, filters => repository.FindRelevant(commit, filters)),
                questions.ShortestId > 0 ? repository.Abbreviate(commit, questions.ShortestId) : null);

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
