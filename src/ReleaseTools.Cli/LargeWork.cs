namespace ReleaseTools.Cli;

/// <summary>What a command can do about memory that reads many files, keeps all of them, and ends.</summary>
internal static class LargeWork
{
    /// <summary>Bytes: what two thousand charts take that are read, planned and written.</summary>
    private const long Usual = 32 * 1024 * 1024;

    /// <summary>Nothing is collected before this much is in use: of what such a command holds nearly all is needed to its end.</summary>
    public static void PutOffCollecting()
    {
        try
        {
            _ = GC.TryStartNoGCRegion(Usual);
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // It is so already, or the process may not have that much.
        }
    }
}
