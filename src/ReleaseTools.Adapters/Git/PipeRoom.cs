using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace ReleaseTools.Adapters.Git;

/// <summary>Room in a pipe, so that git can go on writing while we are busy with what it wrote.</summary>
internal static partial class PipeRoom
{
    /// <summary><c>F_SETPIPE_SZ</c> of fcntl(2).</summary>
    private const int SetSize = 1031;

    /// <summary>The most an ordinary user may ask for, see <c>/proc/sys/fs/pipe-max-size</c>; a pipe begins with a sixteenth of it.</summary>
    private const int Most = 1024 * 1024;

    /// <summary>Only Linux knows how, and where it says no the pipe stays as it is.</summary>
    public static void Widen(Stream pipe)
    {
        if (!OperatingSystem.IsLinux() || pipe is not AnonymousPipeClientStream { SafePipeHandle: var handle })
        {
            return;
        }

        try
        {
            _ = Control(handle, SetSize, Most);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library of another name.
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle file, int command, int argument);
}
