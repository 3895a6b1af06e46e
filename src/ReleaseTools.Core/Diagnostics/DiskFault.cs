namespace ReleaseTools.Diagnostics;

/// <summary>An exception by which the disk refuses something.</summary>
internal static class DiskFault
{
    /// <summary>Null where the exception speaks of something else.</summary>
    public static Diagnostic? Find(Exception fault) =>
        fault is UnauthorizedAccessException or IOException ? FileDiagnostics.DiskRefuses(fault.Message.TrimEnd('.')) : null;
}
