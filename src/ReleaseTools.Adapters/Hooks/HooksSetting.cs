using System.Buffers.Binary;
using System.Security.Cryptography;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>
/// The setting that tells git where the hooks are, in the repository's own configuration. Taken out, it leaves every byte as it was: git by
/// itself ends the last line of the file, and takes a section away that is empty then.
/// </summary>
internal sealed class HooksSetting
{
    public const string Name = "core.hooksPath";

    /// <summary>What tells a setting that installing made from one that somebody else made.</summary>
    private const string Mark = "releasetools.hooksPath";

    private const int HeadLength = SHA256.HashSizeInBytes + (2 * sizeof(int));

    private readonly GitProcess _git;
    private readonly string _file;
    private readonly string _undo;

    /// <param name="root">The repository's. Its worktrees share the setting.</param>
    public HooksSetting(string root)
    {
        _git = new(root);
        var folder = Path.GetFullPath(_git.Output("rev-parse", "--git-common-dir").TrimEnd('\n'), root);
        _file = RealPath.Of(Path.Combine(folder, "config"));
        _undo = Path.Combine(folder, "release-tools", "hooks-setting");
    }

    public bool IsOurs(string path) => _git.Ask("config", "-z", "--local", "--get", Mark).Output == path + "\0";

    /// <exception cref="ReleaseException">RT4045: git does not write it. Then nothing is written.</exception>
    public void Set(string path)
    {
        var before = File.ReadAllBytes(_file);
        Write(isSet: true, "config", "--local", Name, path);

        try
        {
            Write(isSet: true, "config", "--local", Mark, path);
        }
        catch (ReleaseException)
        {
            Replace(_ => before);
            throw;
        }

        KeepUndo(before, File.ReadAllBytes(_file));
    }

    /// <exception cref="ReleaseException">RT4045 or RT4246: git does not write it, or it is set more than once.</exception>
    public void Unset()
    {
        if (!Replace(Undone))
        {
            Write(isSet: false, "config", "--local", "--unset", Name);
            Write(isSet: false, "config", "--local", "--unset", Mark);
        }

        if (File.Exists(_undo))
        {
            File.Delete(_undo);
        }
    }

    private void Write(bool isSet, params string[] arguments)
    {
        if (_git.Ask(arguments) is { ExitCode: not 0 } answer)
        {
            var several = new[] { Name, Mark }.FirstOrDefault(name => _git.Ask("config", "-z", "--local", "--get-all", name).Output.Count(character => character == '\0') > 1);
            throw new ReleaseException(several is null ? CommitDiagnostics.SettingIsRefused(Name, isSet, answer.Words) : HookDiagnostics.SettingHasSeveralValues(several));
        }
    }

    /// <summary>What differs, and what it belongs to: the file may hold secrets, and is not copied for that.</summary>
    private void KeepUndo(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var start = before.CommonPrefixLength(after);
        var tail = 0;

        while (tail < Math.Min(before.Length, after.Length) - start && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var head = new byte[HeadLength];
        SHA256.HashData(after, head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(SHA256.HashSizeInBytes), start);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(SHA256.HashSizeInBytes + sizeof(int)), tail);
        Directory.CreateDirectory(Path.GetDirectoryName(_undo)!);
        AtomicFile.Write(_undo, [.. head, .. before[start..^tail]]);
    }

    /// <summary>The file as it was before; null where somebody has changed it since, or nothing was kept.</summary>
    private byte[]? Undone(byte[] after)
    {
        if (!File.Exists(_undo) || File.ReadAllBytes(_undo) is not { Length: >= HeadLength } kept || !SHA256.HashData(after).AsSpan().SequenceEqual(kept.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        var start = BinaryPrimitives.ReadInt32LittleEndian(kept.AsSpan(SHA256.HashSizeInBytes));
        var tail = BinaryPrimitives.ReadInt32LittleEndian(kept.AsSpan(SHA256.HashSizeInBytes + sizeof(int)));
        return [.. after.AsSpan(0, start), .. kept.AsSpan(HeadLength), .. after.AsSpan(after.Length - tail)];
    }

    /// <summary>Writes the file under git's own lock; whether there was anything to write.</summary>
    private bool Replace(Func<byte[], byte[]?> change)
    {
        var locked = _file + ".lock";

        try
        {
            new FileStream(locked, FileMode.CreateNew).Dispose();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // git says it better, and more than this.
            return false;
        }

        try
        {
            if (change(File.ReadAllBytes(_file)) is not { } content)
            {
                return false;
            }

            AtomicFile.Write(_file, content);
            return true;
        }
        finally
        {
            File.Delete(locked);
        }
    }
}
