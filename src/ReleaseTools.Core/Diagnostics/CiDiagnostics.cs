namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a CI host from learning the version: RT0110 and on.</summary>
internal static class CiDiagnostics
{
    public static Diagnostic NoHost() => Warning(
        "RT0110",
        "No CI host runs this, so nothing is set. Run it in CI, or see with '--host github-actions --print' what would be.");

    public static Diagnostic UnknownHost(string name, string? meant, string known) => new(
        "RT0111",
        Severity.Error,
        ExitCode.Usage,
        $"'{name}' is no CI host that is known here. {(meant is null ? $"Write one of {known}." : $"Did you mean '{meant}'?")}");

    public static Diagnostic CannotCarry(string variable, string host) => Warning(
        "RT0112",
        $"The variable '{variable}' is not set: its value has characters that {host} would not take as they are. Read it with 'dotnet release version --json' where it is wanted.");

    public static Diagnostic NoPlace(string host, string variable) => Warning(
        "RT0113",
        $"{host} does not say where to write: the variable '{variable}' is not set. Hand it down to the step or container that runs this.");

    public static Diagnostic ProgramRefuses(string program, string command) => Warning(
        "RT0114",
        $"'{program} {command}' is not there or did not do it. See whether the program is on the PATH, and whether the build's number is in use already.");

    private static Diagnostic Warning(string code, string message) => new(code, Severity.Warning, ExitCode.World, message);
}
