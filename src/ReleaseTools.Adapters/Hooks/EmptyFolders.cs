using System.Text;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>The folders that were there, and empty, before hooks were put into them. git knows nothing of such folders, so they are kept in mind in its own.</summary>
internal sealed class EmptyFolders
{
    private readonly string _file;

    /// <param name="root">The repository's.</param>
    public EmptyFolders(string root) =>
        _file = Path.Combine(Path.GetFullPath(new GitProcess(root).Output("rev-parse", "--git-common-dir").TrimEnd('\n'), root), "release-tools", "empty-folders");

    /// <summary>Whether this one was there, which is forgotten with the answer.</summary>
    public bool Take(string folder)
    {
        var all = Read();

        if (!all.Remove(folder))
        {
            return false;
        }

        Write(all);
        return true;
    }

    /// <summary>Of folders that are made, the nearest that is there matters: no other can be empty.</summary>
    public void Note(string folder)
    {
        var nearest = folder;

        while (!Directory.Exists(nearest) && Path.GetDirectoryName(nearest) is { } above)
        {
            nearest = above;
        }

        if (!Directory.EnumerateFileSystemEntries(nearest).Any())
        {
            Write([.. Read(), nearest]);
        }
    }

    private List<string> Read() => File.Exists(_file) ? [.. File.ReadAllText(_file).Split('\0', StringSplitOptions.RemoveEmptyEntries)] : [];

    private void Write(List<string> folders)
    {
        if (folders.Count == 0)
        {
            File.Delete(_file);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        AtomicFile.Write(_file, Encoding.UTF8.GetBytes(string.Join('\0', folders)));
    }
}
