namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with a command line: RT0….</summary>
internal static class UsageDiagnostics
{
    public static Diagnostic WrongCommandLine(string complaint, string command) => Error(
        "RT0001",
        $"{complaint.ReplaceLineEndings(" ").TrimEnd('.')}. Run '{command} --help' to see what it takes.");

    public static Diagnostic NoSuchField(string name, string? meant) => Error(
        "RT0002",
        $"A version has no form named '{name}'. {(meant is null ? "Run 'dotnet release version --json' to see their names." : $"Did you mean '{meant}'?")}");

    public static Diagnostic NoSuchCode(string code) => Error(
        "RT0003",
        $"There is no diagnostic '{code}'. Run 'dotnet release explain' to list them.");

    public static Diagnostic NoSuchWord(string word, string? meant, string command) => Error(
        "RT0004",
        $"'{word}' is no command, argument or option of '{command}'. {(meant is null ? $"Run '{command} --help' to see what it takes." : $"Did you mean '{meant}'?")}");

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);
}
