namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with a file that carries the version: RT3….</summary>
internal static class StampDiagnostics
{
    public static Diagnostic NotText(string path, string encoding) => new(
        "RT3001",
        Severity.Error,
        ExitCode.Usage,
        $"The file is not {encoding} text. Save it as UTF-8.",
        new SourceSpot(path, 1, 1));
}
