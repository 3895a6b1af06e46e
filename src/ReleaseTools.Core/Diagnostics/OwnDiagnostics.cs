namespace ReleaseTools.Diagnostics;

/// <summary>Faults of this product itself: RT9….</summary>
internal static class OwnDiagnostics
{
    public static Diagnostic Fault(string kind, string message) => new(
        "RT9001",
        Severity.Error,
        ExitCode.World,
        $"This is a fault in ReleaseTools, not in your repository: {kind}: {message}. Run the command again with '--verbosity diagnostic' and report what it prints.");

    public static Diagnostic BuildFault(string kind, string message) => new(
        "RT9002",
        Severity.Error,
        ExitCode.World,
        $"This is a fault in ReleaseTools, not in your project: {kind}: {message}. Build again with '-binaryLogger' and report what it recorded.");
}
