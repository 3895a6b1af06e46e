using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Turns an exception nobody foresaw into a diagnostic.</summary>
internal static class Fault
{
    public static Diagnostic From(Exception fault) => fault switch
    {
        UnauthorizedAccessException or IOException => FileDiagnostics.DiskRefuses(fault.Message.TrimEnd('.')),
        _ => OwnDiagnostics.Fault(fault.GetType().Name, fault.Message.ReplaceLineEndings(" ").TrimEnd('.')),
    };
}
