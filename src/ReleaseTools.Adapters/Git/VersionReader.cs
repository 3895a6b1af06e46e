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
    /// <summary>In this order within one folder, as Nerdbank.GitVersioning looks for them.</summary>
    internal static readonly string[] FileNames = ["version.txt", "version.json"];

    /// <param name="repository">Opened at the project's folder: the nearest version file above it counts.</param>
    /// <param name="commit">What to look at; null for what is checked out.</param>
    /// <param name="publicRelease">The user's word on it, or null.</param>
    public static VersionSnapshot Read(GitRepository repository, string? commit = null, bool? publicRelease = null) =>
        VersionCalculator.Compute(Observe(repository, commit, publicRelease));

    public static VersionFacts Observe(GitRepository repository, string? commit = null, bool? publicRelease = null)
    {
        var paths = CandidatePaths(repository.Prefix);
        var head = repository.ReadHead(commit);

        var facts = new VersionFacts
        {
            Folder = repository.Git.Directory,
            Head = head,
            History = repository.ReadHistory(head.Id, paths),
            WorkingFiles = head.IsCheckedOut ? WorkingFiles(repository.Root, paths) : new([]),
            PublicRelease = publicRelease,
        };

        return facts with { Answers = Answer(repository, VersionQuestions.From(facts), head.Id) };
    }

    private static VersionAnswers Answer(GitRepository repository, VersionQuestions questions, CommitId commit) =>
        questions is { Filters: [], ShortestId: 0 }
            ? VersionAnswers.None
            : new(
                questions.Filters.ToFrozenDictionary(filters => filters, filters => repository.FindRelevant(commit, filters)),
                questions.ShortestId > 0 ? repository.Abbreviate(commit, questions.ShortestId) : null);

    private static ImmutableArray<string> CandidatePaths(string prefix)
    {
        var folders = prefix.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var above = Enumerable.Range(0, folders.Length + 1).Select(up => string.Concat(folders.Take(folders.Length - up).Select(folder => folder + "/")));
        return [.. above.SelectMany(folder => FileNames.Select(name => folder + name))];
    }

    private static VersionFileSet WorkingFiles(string root, ImmutableArray<string> paths) => new(
    [
        .. paths.Where(path => File.Exists(Path.Combine(root, path)))
            .Select(path => new VersionFileText(path, SourceText.Parse(path, File.ReadAllBytes(Path.Combine(root, path))).Text)),
    ]);
}
