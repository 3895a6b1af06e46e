using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Git.Stored;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>A repository as seen from one folder of its working tree: the questions this product asks of git, with typed answers.</summary>
internal sealed class GitRepository
{
    /// <summary>A repository without commits answers the first three and fails at the rest.</summary>
    private static readonly string[] Questions = ["--show-prefix", "--is-shallow-repository", "--git-path", "shallow", "HEAD", "--symbolic-full-name", "HEAD", $"--glob={Replacements}*"];

    private static readonly string[] Everything = [CommitRange.Head, "--branches", "--tags", "--remotes"];

    private const int SureAnswers = 3;
    private const string Replacements = "refs/replace/";

    private readonly string? _headHash;
    private readonly string _headRef;
    private readonly bool _isShallow;
    private readonly bool _isReplaced;
    private readonly string _shallowFile;
    private readonly Lazy<bool> _ignoresCase;
    private HeadFacts? _head;

    private GitRepository(GitProcess git, string? root, string[] lines)
    {
        Git = git;
        _ignoresCase = new(() => git.Ask("config", "--type=bool", "--get", "core.ignoreCase").Output.Trim() == "true");
        IsBare = root is null;
        Root = Path.GetFullPath(root ?? git.Directory);
        Prefix = lines[0];
        _isShallow = lines[1] == "true";
        _shallowFile = Path.Combine(git.Directory, lines[2]);
        string[] names = [.. lines[SureAnswers..].Where(line => !line.StartsWith(Replacements, StringComparison.Ordinal))];
        _isReplaced = SureAnswers + names.Length < lines.Length || File.Exists(Path.Combine(CommonFolder, "info", "grafts"));
        (_headHash, _headRef) = names switch
        {
            [var hash, var name] => (hash, name),

            // Where a branch or a tag has the name HEAD as well, git finds it ambiguous and gives no full name.
            [not CommitRange.Head and var hash] => (hash, git.Ask("symbolic-ref", "--quiet", CommitRange.Head).Output.TrimEnd('\n') is { Length: > 0 } name ? name : CommitRange.Head),
            _ => (null, CommitRange.Head),
        };
    }

    public GitProcess Git { get; }

    /// <summary>Whether there is no working tree, so that nothing is checked out.</summary>
    public bool IsBare { get; }

    /// <summary>The working tree's top folder, absolute; of a bare repository the repository itself.</summary>
    public string Root { get; }

    /// <summary>The commit that is checked out; null where there is none yet.</summary>
    public CommitId? HeadCommit => _headHash is null ? null : new(_headHash);

    /// <summary>git's own folder, the one that all working trees share.</summary>
    private string CommonFolder => Path.GetDirectoryName(_shallowFile)!;

    /// <summary>The folder's path below the root, with forward slashes and one at its end; empty at the root.</summary>
    public string Prefix { get; }

    /// <summary>Where answers of the site that hosts it are kept; it need not exist.</summary>
    public string HostedFolder => Path.Combine(CommonFolder, "release-tools", "hosted");

    /// <param name="folder">Any folder of the working tree.</param>
    /// <exception cref="ReleaseException">RT1001, RT1002, RT1003 or RT1009: there is no repository to ask.</exception>
    public static GitRepository Open(string folder)
    {
        var git = new GitProcess(Path.GetFullPath(folder));

        if (git.Directory.Contains('\n', StringComparison.Ordinal))
        {
            throw new ReleaseException(VersionDiagnostics.FolderOfTwoLines(git.Directory));
        }

        var answer = git.Ask(["rev-parse", "--show-toplevel", .. Questions]);

        if (Lines(answer) is [var root, .. { Length: >= SureAnswers } lines])
        {
            return new(git, root, lines);
        }

        // A bare repository has no top level, and git stops at that question.
        if (git.Ask("rev-parse", "--is-bare-repository").Output == "true\n" && Lines(git.Ask(["rev-parse", .. Questions])) is { Length: >= SureAnswers } bare)
        {
            return new(git, root: null, bare);
        }

        throw new ReleaseException(WorkingTree.Find(git.Directory) is not null
            ? VersionDiagnostics.GitRefuses(git.Directory, answer.Words)
            : VersionDiagnostics.NoRepository(git.Directory));
    }

    /// <summary>As <see cref="Open"/>, with one run of git less where a look at the files is enough.</summary>
    /// <exception cref="ReleaseException">As <see cref="Open"/>.</exception>
    public static GitRepository OpenCheckedOut(string folder)
    {
        var git = new GitProcess(Path.GetFullPath(folder));

        if (git.Directory.Contains('\n', StringComparison.Ordinal) || WorkingTree.Find(git.Directory)?.ReadPlainly(git.Directory) is not { } plain)
        {
            return Open(folder);
        }

        var repository = new GitRepository(git, plain.Root, plain.Answers);

        try
        {
            repository._head = repository.ReadHead();
            return repository;
        }
        catch (ReleaseException)
        {
            // git sees it otherwise, or does not let anybody in: it will say so.
            return Open(folder);
        }
    }

    /// <summary>As its files show it, for who begins with what takes long until git has said that it is so: see <see cref="IsSameAs"/>. Null where they do not tell.</summary>
    public static GitRepository? Glimpse(string folder) =>
        Path.GetFullPath(folder) is var full && !full.Contains('\n', StringComparison.Ordinal) && WorkingTree.Find(full)?.ReadPlainly(full) is { } plain ? new(new GitProcess(full), plain.Root, plain.Answers) : null;

    /// <summary>Whether both are the same repository, seen from the same folder, with the same commit checked out.</summary>
    public bool IsSameAs(GitRepository other) => (IsBare, Root, Prefix, _headHash, IndexFile) == (other.IsBare, other.Root, other.Prefix, other._headHash, other.IndexFile);

    /// <summary>What is known of a commit; of the one checked out where none is named.</summary>
    /// <exception cref="ReleaseException">RT1005 or RT1010: there is no such commit.</exception>
    public HeadFacts ReadHead(string? commit = null)
    {
        if (commit is null && _head is { } known)
        {
            return known;
        }

        var hash = commit is null ? _headHash : Resolve(commit).Hash;

        if (hash is null)
        {
            throw new ReleaseException(VersionDiagnostics.NoCommits(Root));
        }

        var fields = Git.Output("log", "-1", "--no-show-signature", "--decorate=full", $"--decorate-refs={GitTag.Folder}", "--format=%cI%x00%aI%x00%D", "--end-of-options", hash, "--")
            .TrimEnd('\n').Split('\0');

        return new HeadFacts
        {
            Id = new CommitId(hash),
            IsCheckedOut = hash == _headHash && !IsBare,
            Ref = _headRef == "HEAD" ? _headHash ?? hash : _headRef,
            Tags = GitTag.In(fields[2]),
            CommitDate = LogFields.Date(fields[0]),
            AuthorDate = LogFields.Date(fields[1]),
        };
    }

    /// <summary>The history of a commit, with the content every one of these paths had in each of its commits.</summary>
    /// <param name="commit">Where history begins.</param>
    /// <param name="paths">Paths from the root, the nearest version file first.</param>
    public CommitHistory ReadHistory(CommitId commit, IReadOnlyList<string> paths) =>
        new HistoryReader(Git, Boundary(), FindStoredGraph(commit), IsBare ? null : Root).Read(commit, paths);

    /// <summary>As <see cref="ReadHistory"/>, of everything that HEAD, a branch or a tag leads to.</summary>
    public CommitHistory ReadWholeHistory(IReadOnlyList<string> paths) =>
        new HistoryReader(Git, Boundary(), stored: null, root: null).Read(Everything, Resolve(CommitRange.Head).Hash.Length, paths);

    /// <summary>What a commit holds at these paths from the root, in their order. What is no regular file is left out.</summary>
    /// <exception cref="ReleaseException">RT3001: a file is not text.</exception>
    public VersionFileSet ReadFiles(CommitId commit, IEnumerable<string> paths)
    {
        var blobs = Git.Records(["ls-tree", "-z", "--full-tree", commit.Hash, "--", .. paths.Select(path => $":(top,literal){path}")])
            .Where(entry => entry.StartsWith("100", StringComparison.Ordinal))
            .Select(entry => entry.Split('\t', 2))
            .ToDictionary(entry => entry[1], entry => entry[0].Split(' ')[2]);

        return new([.. paths.Where(blobs.ContainsKey).Select(path => new VersionFileText(path, SourceText.Parse(path, Git.Bytes("", "cat-file", "blob", blobs[path])).Text))]);
    }

    /// <summary>The commits reachable from one, and how they hang together.</summary>
    public CommitGraph ReadGraph(CommitId commit) =>
        FindStoredGraph(commit) is { } stored ? StoredWalk.Read(Git, commit, stored).Graph : GraphReader.Read(Git, ["--end-of-options", commit.Hash], commit.Hash.Length, Boundary());

    /// <summary>The commits reachable from any of these, and how they hang together.</summary>
    public CommitGraph ReadGraph(IReadOnlyCollection<CommitId> commits) =>
        GraphReader.Read(Git, ["--stdin"], commits.First().Hash.Length, Boundary(), string.Concat(commits.Select(commit => commit.Hash + "\n")));

    /// <summary>All tags that name a commit, in the order of their names.</summary>
    /// <exception cref="ReleaseException">RT1004: git cannot say.</exception>
    public ImmutableArray<GitTag> ReadTags()
    {
        const string Peeled = "^{}";
        const int NoTags = 1;
        var answer = Git.Ask("show-ref", "--tags", "--dereference");

        if (answer.ExitCode > NoTags)
        {
            throw new ReleaseException(VersionDiagnostics.GitStopped("show-ref", answer.ExitCode, answer.Words));
        }

        // Of an annotated tag there are two lines: the tag's own object, and behind it what it stands on.
        return
        [
            .. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2))
                .GroupBy(line => line[1].EndsWith(Peeled, StringComparison.Ordinal) ? line[1][..^Peeled.Length] : line[1])
                .Select(lines => new GitTag(lines.Key[GitTag.Folder.Length..], new CommitId(lines.Last()[0]))),
        ];
    }

    /// <summary>The names, without <c>refs/tags/</c>, of the tags on a commit or on any before it.</summary>
    public IEnumerable<string> ReadTagsBehind(CommitId commit) =>
        Git.Lines("for-each-ref", $"--merged={commit.Hash}", "--format=%(refname:strip=2)", GitTag.Folder);

    /// <summary>
    /// Heights of this repository's commits that were counted before; null where what stands behind a commit can be changed, by
    /// replace refs or grafts.
    /// </summary>
    public HeightCache? FindCache() => _isReplaced ? null : new(Path.Combine(CommonFolder, "release-tools", "heights"), Boundary());

    /// <summary>Whether paths are compared without case here.</summary>
    public bool IgnoresCase => _ignoresCase.Value;

    /// <summary>
    /// The commits of a history that count under a list of path filters. git's pathspecs cover whole segments, as the filters do,
    /// and with --full-history it names a merge that differs from any of its parents.
    /// </summary>
    /// <param name="commit">Where history begins.</param>
    /// <param name="filters">What a commit must touch.</param>
    /// <param name="since">A commit at which, with all before it, history ends; null for the whole of it.</param>
    public FrozenSet<CommitId> FindRelevant(CommitId commit, PathFilterList filters, CommitId? since = null) =>
        FindRelevant(since is { } end ? ["--end-of-options", commit.Hash, "^" + end.Hash] : ["--end-of-options", commit.Hash], filters);

    /// <summary>As <see cref="FindRelevant(CommitId, PathFilterList, CommitId?)"/>, of everything that HEAD, a branch or a tag leads to.</summary>
    public FrozenSet<CommitId> FindRelevant(PathFilterList filters) => FindRelevant(Everything, filters);

    private FrozenSet<CommitId> FindRelevant(string[] revisions, PathFilterList filters)
    {
        var magic = IgnoresCase ? "top,literal,icase" : "top,literal";
        var included = filters.Filters.Where(filter => !filter.IsExclude).Select(filter => filter.Path.Length == 0 ? ":(top)" : $":({magic}){filter.Path}").DefaultIfEmpty(":(top)");
        var excluded = filters.Filters.Where(filter => filter is { IsExclude: true, Path: not "" }).Select(filter => $":({magic},exclude){filter.Path}");

        return Git.Output(["rev-list", "--full-history", .. revisions, "--", .. included, .. excluded])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(hash => new CommitId(hash))
            .ToFrozenSet();
    }

    /// <summary>Which of these paths a sparse checkout leaves out of the working tree.</summary>
    public FrozenSet<string> FindLeftOut(IEnumerable<string> paths) =>
        Git.Records(["ls-files", "-z", "-t", "--full-name", "--", .. paths.Select(path => $":(top,literal){path}")])
            .Where(line => line.StartsWith("S ", StringComparison.Ordinal))
            .Select(line => line[2..])
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The shortest abbreviation git finds unique, of at least so many digits (git itself never goes below 4).</summary>
    public string Abbreviate(CommitId commit, int digits) => Git.Output("rev-parse", $"--short={digits}", "--end-of-options", commit.Hash).Trim();

    /// <summary>The paths of the files git knows or would add, from the root; ignored files and submodules are not among them.</summary>
    public ImmutableArray<string> ListFiles() =>
        [.. ListTracked().Concat(ListUntracked([""])).Distinct(StringComparer.Ordinal)];

    /// <summary>The paths of the files in git's index, from the root; the working tree is not searched.</summary>
    /// <param name="isWanted">Which of them, by their names without the folders; null for all.</param>
    public ImmutableArray<string> ListTracked(Func<ReadOnlySpan<char>, bool>? isWanted = null) =>
        (IndexFile is { } index && _headHash is { } hash ? IndexReader.Read(index, hash.Length / 2, isWanted) : null)
        ?? (isWanted is null ? ListIndexed() : [.. ListIndexed().Where(path => isWanted(path.AsSpan(path.LastIndexOf('/') + 1)))]);

    /// <summary>The index of the working tree, where it is plain to see which file that is.</summary>
    private string? IndexFile =>
        !IsBare && Git.IndexFile is null && WorkingTree.Find(Root) is { } tree && tree.Root == Root && tree.CommonFolder == Path.GetFullPath(CommonFolder) ? tree.IndexFile : null;

    private ImmutableArray<string> ListIndexed()
    {
        var files = ImmutableArray.CreateBuilder<string>();

        // In order, and a file in conflict is there for each side of it.
        foreach (var file in Git.Records("ls-files", "-z", "--cached", "--full-name", "--", ":(top)"))
        {
            if (files is [] || files[^1] != file)
            {
                files.Add(file);
            }
        }

        return files.ToImmutable();
    }

    /// <summary>The paths of the files below these folders that git does not know and would add, from the root.</summary>
    /// <param name="folders">From the root; empty for the root itself.</param>
    public IEnumerable<string> ListUntracked(IEnumerable<string> folders) =>
        Git.Records(["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", .. folders.Select(folder => folder.Length == 0 ? ":(top)" : $":(top,literal){folder}")]);

    /// <summary>When the last commit that changed something in a folder was made; null where none did.</summary>
    /// <param name="folder">Absolute, in the working tree.</param>
    public DateTimeOffset? FindLastChange(string folder) =>
        Git.Output("log", "-1", "--format=%cI", "--", $":(literal){folder}").Trim() is { Length: > 0 } date ? LogFields.Date(date) : null;

    /// <summary>Where a remote is, with the user's <c>url.….insteadOf</c> applied; null where there is no such remote.</summary>
    public string? FindRemote(string name)
    {
        if (PlainRemote.Find(CommonFolder, name) is { } plain)
        {
            return plain.Length > 0 ? plain : null;
        }

        var answer = Git.Ask("remote", "get-url", "--end-of-options", name);
        return answer.ExitCode == 0 ? answer.Output.TrimEnd('\n') : null;
    }

    /// <summary>
    /// Whether the working tree differs from the commit that is checked out, or holds a file that git does not know and would add.
    /// The files we write for a CI host do not count, as long as git does not know them.
    /// </summary>
    public bool HasChanges() => Git.Records("status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=none")
        .Any(change => !(change.StartsWith("?? ", StringComparison.Ordinal) && CiFiles.IsOne(change[3..])));

    /// <summary>Whether git would add this file if told to add everything; not where it lies outside the working tree.</summary>
    public bool WouldAdd(string file) => Git.Ask("check-ignore", "--quiet", "--end-of-options", file).ExitCode == 1;

    /// <summary>The commit a branch, a tag or a hash names.</summary>
    /// <exception cref="ReleaseException">RT1005: there is no such commit. RT1010: there is no commit at all.</exception>
    public CommitId Resolve(string commit)
    {
        if (_headHash is null && commit == CommitRange.Head)
        {
            throw new ReleaseException(VersionDiagnostics.NoCommits(Root));
        }

        if (commit == CommitRange.Head && _headHash is { } known)
        {
            return new CommitId(known);
        }

        var answer = Git.Ask("rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}");

        // '^name' is a name to git as well, of everything that is not behind it.
        return answer.ExitCode == 0 && answer.Output.Trim() is { } hash && hash.All(char.IsAsciiHexDigit)
            ? new CommitId(hash)
            : throw new ReleaseException(VersionDiagnostics.NoSuchCommit(commit));
    }

    /// <summary>The commits at which a shallow clone is cut off; none in a whole one.</summary>
    public FrozenSet<CommitId> Boundary() =>
        _isShallow ? File.ReadLines(_shallowFile).Select(line => new CommitId(line.Trim())).ToFrozenSet() : [];

    /// <summary>git's commit-graph where git itself goes by it: not where a history is cut or replaced, or where the user switched it off.</summary>
    private StoredGraph? FindStoredGraph(CommitId commit) =>
        !_isShallow && !_isReplaced && StoredGraphFiles.Find(CommonFolder, commit.Hash.Length / 2) is { } stored
        && Git.Ask("config", "--type=bool", "--get", "core.commitGraph").Output.Trim() != "false"
            ? stored
            : null;

    private static string[] Lines(GitAnswer answer) => answer.Output.TrimEnd('\n').Split('\n');
}
