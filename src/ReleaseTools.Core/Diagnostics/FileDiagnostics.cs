namespace ReleaseTools.Diagnostics;

/// <summary>What the disk can refuse: RT01….</summary>
internal static class FileDiagnostics
{
    public static Diagnostic DiskRefuses(string words) => new(
        "RT0101",
        Severity.Error,
        ExitCode.World,
        $"The disk does not allow it: {words}. Check the path, its permissions and the free space.");
}
