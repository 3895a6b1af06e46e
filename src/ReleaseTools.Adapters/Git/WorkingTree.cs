using ReleaseTools.Adapters.Files;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// A working tree as its files alone show it, without starting git: where it is, and a stamp that changes when what is checked out
/// does. Good for knowing that an answer of git still holds; the answer itself is always git's.
/// </summary>
internal sealed class WorkingTree
{
    private const string Reference = "ref: ";

    /// <summary>As deep as git follows them.</summary>
    private const int MostReferences = 5;

    /// <summary>Beside branches and tags: what cuts, replaces or names commits, and remotes as they were once written.</summary>
    private static readonly string[] Shared = ["packed-refs", "reftable/tables.list", "shallow", "info/grafts", "remotes/origin", "branches/origin"];

    private const string Replacements = "refs/replace/";

    /// <summary>Settings that may make a working tree something else than the folder around its repository.</summary>
    private static readonly string[] Unusual = ["worktree", "bare", "refstorage", "[include"];

    /// <summary>What git itself writes into every repository.</summary>
    private const string Usual = "bare = false";

    private readonly string _gitFolder;

    private WorkingTree(string root, string gitFolder)
    {
        Root = root;
        _gitFolder = gitFolder;
        // A linked working tree has a HEAD of its own and shares the branches.
        CommonFolder = Path.GetFullPath(ReadText(Path.Combine(gitFolder, "commondir")).Trim() is { Length: > 0 } common ? common : ".", gitFolder);
    }

    /// <summary>The working tree's top folder, absolute.</summary>
    public string Root { get; }

    /// <summary>git's own folder, the one that all working trees share; absolute.</summary>
    public string CommonFolder { get; }

    /// <summary>Where git lists what is checked out; there need not be one.</summary>
    public string IndexFile => Path.Combine(_gitFolder, "index");

    /// <summary>The nearest working tree around a folder, or null.</summary>
    public static WorkingTree? Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, ".git");

            if (IsGitFolder(path))
            {
                return new(current.FullName, path);
            }

            if (File.Exists(path))
            {
                return new(current.FullName, Path.GetFullPath(ReadText(path).Replace("gitdir:", "", StringComparison.Ordinal).Trim(), current.FullName));
            }
        }

        return null;
    }

    /// <summary>Whether git takes it for a repository: it passes by a folder that only has the name.</summary>
    private static bool IsGitFolder(string path) =>
        File.Exists(Path.Combine(path, "HEAD")) && ((Directory.Exists(Path.Combine(path, "objects")) && Directory.Exists(Path.Combine(path, "refs"))) || File.Exists(Path.Combine(path, "commondir")));

    /// <summary>The commit that is checked out; null where these files alone do not tell, as with references in reftables.</summary>
    public CommitId? ReadHead()
    {
        var head = ReadText(Path.Combine(_gitFolder, "HEAD")).Trim();

        if (head.StartsWith(Reference, StringComparison.Ordinal))
        {
            var name = head[Reference.Length..];
            head = ReadText(Path.Combine(CommonFolder, name)).Trim() is { Length: > 0 } loose ? loose : ReadPacked(name);
        }

        return CommitId.Read(head);
    }

    private string ReadPacked(string name) =>
        ReadText(Path.Combine(CommonFolder, "packed-refs")).Split('\n').Select(line => line.Trim().Split(' ')).FirstOrDefault(line => line.Length == 2 && line[1] == name)?[0] ?? "";

    /// <summary>
    /// What <see cref="GitRepository"/> asks of git first, where nothing stands in the way of reading it here: no link on the way, no working
    /// tree elsewhere, no references in tables. Null otherwise. Whether git may be asked at all, it says itself when it is asked next.
    /// </summary>
    /// <param name="folder">Absolute, in this working tree.</param>
    public (string Root, string[] Answers)? ReadPlainly(string folder)
    {
        var settings = ReadText(Path.Combine(CommonFolder, "config")) + ReadText(Path.Combine(_gitFolder, "config.worktree"));
        var head = ReadText(Path.Combine(_gitFolder, "HEAD")).Trim();

        if (!settings.Contains(Usual, StringComparison.Ordinal)
            || Unusual.Any(word => settings.Replace(Usual, "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase))
            || !Directory.Exists(Path.Combine(CommonFolder, "objects"))
            || RealPath.Of(folder) != folder
            || ReadHead() is not { } commit)
        {
            return null;
        }

        var prefix = Path.GetRelativePath(Root, folder) is not "." and var relative ? relative.Replace(Path.DirectorySeparatorChar, '/') + "/" : "";
        var shallow = Path.Combine(CommonFolder, "shallow");
        var replaced = Directory.Exists(Path.Combine(CommonFolder, Replacements)) || ReadText(Path.Combine(CommonFolder, "packed-refs")).Contains(Replacements, StringComparison.Ordinal);
        var name = head.StartsWith(Reference, StringComparison.Ordinal) ? head[Reference.Length..] : CommitRange.Head;
        return (Root, [prefix, File.Exists(shallow) ? "true" : "false", shallow, commit.Hash, name, .. replaced ? [Replacements] : Array.Empty<string>()]);
    }

    /// <summary>A digest of what is checked out, of tags, settings and whatever else changes what git says of it, and of these files beside it.</summary>
    public string Stamp(params IEnumerable<string> files)
    {
        var fingerprint = new Fingerprint().Add(Root).AddFile(Path.Combine(_gitFolder, "HEAD"));
        AddReference(fingerprint, ReadText(Path.Combine(_gitFolder, "HEAD")));
        fingerprint.AddFile(Path.Combine(_gitFolder, "reftable", "tables.list"));

        foreach (var file in Shared)
        {
            fingerprint.AddFile(Path.Combine(CommonFolder, file));
        }

        fingerprint.AddFolder(Path.Combine(CommonFolder, "refs", "tags")).AddFolder(Path.Combine(CommonFolder, "refs", "replace"));

        foreach (var name in GitSettings.Variables())
        {
            fingerprint.Add(name, Environment.GetEnvironmentVariable(name) ?? "");
        }

        foreach (var file in SettingsFiles().Concat(files))
        {
            fingerprint.AddFile(file);
        }

        return fingerprint.ToString();
    }

    /// <summary>Whether this is the first to do a thing that is done once in the life of a repository, of all processes that want to.</summary>
    public bool Claim(string what)
    {
        if (File.Exists(ClaimFile(what)))
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(ClaimFile(what))!);
            new FileStream(ClaimFile(what), FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException)
        {
            // Another process was faster, or nobody may write here.
            return false;
        }
    }

    /// <summary>Takes a claim back, so that somebody else tries.</summary>
    public void Release(string what) => File.Delete(ClaimFile(what));

    private string ClaimFile(string what) => Path.Combine(CommonFolder, "release-tools", $"{what}-once");

    /// <summary>Whether no setting of git that holds here has a name with one of these words in it, as far as files and variables show.</summary>
    public bool SetsNone(params string[] words) =>
        !SettingsFiles().Select(ReadText).Concat(GitSettings.Variables().Select(name => Environment.GetEnvironmentVariable(name) ?? ""))
            .Any(text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<string> SettingsFiles() => GitSettings.Files(Path.Combine(CommonFolder, "config"), Path.Combine(_gitFolder, "config.worktree"));

    /// <summary>Answers kept from before, which go with this working tree.</summary>
    public AnswerCache FindAnswers() => new(Path.Combine(_gitFolder, "release-tools"));

    /// <summary>The branch, which may stand for another one.</summary>
    private void AddReference(Fingerprint fingerprint, string text)
    {
        for (var depth = 0; depth < MostReferences && text.StartsWith(Reference, StringComparison.Ordinal); depth++)
        {
            var name = text[Reference.Length..].Trim();
            fingerprint.AddFile(Path.Combine(_gitFolder, name)).AddFile(Path.Combine(CommonFolder, name));
            text = ReadText(Path.Combine(CommonFolder, name));
        }
    }

    /// <summary>Empty where there is no such file, or none that may be read.</summary>
    public static string ReadText(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
