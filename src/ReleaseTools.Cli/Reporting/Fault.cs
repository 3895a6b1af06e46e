using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Turns an exception nobody foresaw into a diagnostic.</summary>
internal static class Fault
{
    public static Diagnostic From(Exception fault) => DiskFault.Find(fault)
        ?? OwnDiagnostics.Fault(fault.GetType().Name, fault.Message.ReplaceLineEndings(" ").TrimEnd('.'));
}
