using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Files;

/// <summary>
/// New content for a file: written in full beside it first, so that whatever the disk refuses it refuses before anything has changed,
/// and put in its place in one step.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    /// <summary>What nobody else's files are called.</summary>
    private static readonly string Run = Path.GetRandomFileName();

    private static int _count;

    private readonly string _path;
    private readonly string _prepared;
    private bool _isCommitted;

    private AtomicFile(string path)
    {
        _path = path;
        _prepared = Path.Join(Path.GetDirectoryName(path.AsSpan()), $".{Path.GetFileName(path.AsSpan())}.{Run}{Interlocked.Increment(ref _count)}.tmp");
    }

    /// <summary>Writes a file that readers see either as it was or as it is to be.</summary>
    /// <exception cref="ReleaseException">RT3015 or RT3016: the file or its folder is read-only.</exception>
    public static void Write(string path, byte[] content, bool isExecutable = false)
    {
        using var file = Prepare(path, content, isExecutable);
        file.Commit();
    }

    /// <param name="path">Absolute. A link is replaced, not followed: whoever means its target names that.</param>
    /// <param name="content">The bytes it is to hold.</param>
    /// <param name="isExecutable">Whether everybody who may read it may run it, where a file system knows the difference.</param>
    /// <exception cref="ReleaseException">RT3015 or RT3016: the file or its folder is read-only.</exception>
    public static AtomicFile Prepare(string path, byte[] content, bool isExecutable = false)
    {
        var old = new FileInfo(path);

        // Moving over a file asks for rights on its folder only; somebody who made the file read-only means it.
        if (old.Exists && old.IsReadOnly)
        {
            throw new ReleaseException(StampDiagnostics.ReadOnlyFile(path));
        }

        var file = new AtomicFile(path);

        try
        {
            file.Fill(content, old, isExecutable);
            return file;
        }
        catch (UnauthorizedAccessException)
        {
            file.Dispose();
            throw new ReleaseException(StampDiagnostics.ReadOnlyFolder(path, Path.GetDirectoryName(path)!));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Commit()
    {
        File.Move(_prepared, _path, overwrite: true);
        _isCommitted = true;
    }

    /// <summary>Takes back what was not committed.</summary>
    public void Dispose()
    {
        if (!_isCommitted)
        {
            File.Delete(_prepared);
        }
    }

    private void Fill(byte[] content, FileInfo old, bool isExecutable)
    {
        // Not flushed to the disk, as git does not with what it checks out: a thousand files would take seconds.
        using var handle = File.OpenHandle(_prepared, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, content, 0);

        if (!OperatingSystem.IsWindows())
        {
            var mode = old.Exists ? old.UnixFileMode : File.GetUnixFileMode(handle);
            File.SetUnixFileMode(handle, isExecutable ? mode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : mode);
        }
    }
}
