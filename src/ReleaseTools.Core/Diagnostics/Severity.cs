namespace ReleaseTools.Diagnostics;

/// <summary>Whether a diagnostic stops the work.</summary>
internal enum Severity
{
    Warning,
    Error,
}
