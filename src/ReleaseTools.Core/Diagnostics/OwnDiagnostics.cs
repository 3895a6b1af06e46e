namespace ReleaseTools.Diagnostics;

/// <summary>Faults of this product itself: RT9….</summary>
internal static class OwnDiagnostics
{
    public static Diagnostic Fault(string kind, string message) => new(
        "RT9001",
        Severity.Error,
        ExitCode.World,
        $"This is a fault in ReleaseTools, not in your repository: {kind}: {message}. Run the command again with '--verbosity diagnostic' and report what it prints.");
}
