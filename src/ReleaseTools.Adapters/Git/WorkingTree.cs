using System.Globalization;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// A working tree as its files alone show it, without starting git: where it is, and a stamp that changes when what is checked out
/// does. Good for knowing that an answer of git still holds; the answer itself is always git's.
/// </summary>
internal sealed class WorkingTree
{
    private const string Reference = "ref: ";

    private readonly string _gitFolder;
    private readonly string _commonFolder;

    private WorkingTree(string root, string gitFolder)
    {
        Root = root;
        _gitFolder = gitFolder;
        // A linked working tree has a HEAD of its own and shares the branches.
        _commonFolder = Path.GetFullPath(ReadText(Path.Combine(gitFolder, "commondir")).Trim() is { Length: > 0 } common ? common : ".", gitFolder);
    }

    /// <summary>The working tree's top folder, absolute.</summary>
    public string Root { get; }

    /// <summary>The nearest working tree around a folder, or null.</summary>
    public static WorkingTree? Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, ".git");

            if (Directory.Exists(path))
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

    /// <summary>The commit that is checked out; null where these files alone do not tell, as with references in reftables.</summary>
    public CommitId? ReadHead()
    {
        var head = ReadText(Path.Combine(_gitFolder, "HEAD")).Trim();

        if (head.StartsWith(Reference, StringComparison.Ordinal))
        {
            var name = head[Reference.Length..];
            var packed = ReadText(Path.Combine(_commonFolder, "packed-refs")).Split('\n').Select(line => line.Trim().Split(' ')).FirstOrDefault(line => line.Length == 2 && line[1] == name);
            head = ReadText(Path.Combine(_commonFolder, name)).Trim() is { Length: > 0 } loose ? loose : packed?[0] ?? "";
        }

        return CommitId.Read(head);
    }

    /// <summary>What is checked out, and the state of these files beside it.</summary>
    public string Stamp(params IEnumerable<string> files)
    {
        var head = ReadText(Path.Combine(_gitFolder, "HEAD")).Trim();
        var reference = head.StartsWith(Reference, StringComparison.Ordinal) ? ReadText(Path.Combine(_commonFolder, head[Reference.Length..])).Trim() : "";
        string[] others = [Path.Combine(_commonFolder, "packed-refs"), Path.Combine(_gitFolder, "reftable", "tables.list"), Path.Combine(_commonFolder, "reftable", "tables.list"), Path.Combine(_commonFolder, "shallow")];
        return string.Join('\n', [head, reference, .. others.Concat(files).Select(Stamp), .. TagFolders().Select(StampFolder)]);
    }

    /// <summary>Every tag that is set or taken away leaves its mark on the folder it is in; a name with slashes is in one of its own.</summary>
    private IEnumerable<DirectoryInfo> TagFolders() =>
        new DirectoryInfo(Path.Combine(_commonFolder, "refs", "tags")) is { Exists: true } tags ? tags.EnumerateDirectories("*", new EnumerationOptions { RecurseSubdirectories = true }).Prepend(tags) : [];

    private static string StampFolder(DirectoryInfo folder) => string.Create(CultureInfo.InvariantCulture, $"{folder.FullName} {folder.LastWriteTimeUtc.Ticks}");

    private static string Stamp(string path) => new FileInfo(path) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"{path} {file.LastWriteTimeUtc.Ticks} {file.Length}")
        : "";

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
