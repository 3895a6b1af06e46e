using System.Globalization;

namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a changelog from having what the site of the repository knows: RT4370 to RT4389. None of it keeps the changelog from being made, of what the commits say.</summary>
internal static class OnlineDiagnostics
{
    private const string Otherwise = "The changelog says what the commits say.";

    public static Diagnostic NoToken(string host, IEnumerable<string> variables) => Warning(
        "RT4370",
        $"No token for '{host}' is set. {Otherwise} Put one into {string.Join(" or ", variables)}, or leave '--online' and \"online\" out.");

    public static Diagnostic NotAtGitHub(string? home) => Warning(
        "RT4371",
        $"{(home is null ? "The remote 'origin' is missing, or leads to no site that is known" : $"'{home}' is no repository at GitHub, and other sites are not asked")}. {Otherwise} Write \"links\": \"github\" under 'releaseTools.changelog' where it is a server of GitHub Enterprise.");

    public static Diagnostic NotAToken(string variable) => Warning(
        "RT4372",
        $"'{variable}' holds a line end, a blank or another character that no token has. {Otherwise} Set it to the token alone.");

    public static Diagnostic NotAnAddress(string variable) => Warning(
        "RT4373",
        $"'{variable}' is no address that a token may be sent to. {Otherwise} Write one with https and without a user name; http only for this machine.");

    public static Diagnostic UnknownServer(string host) => Warning(
        "RT4374",
        $"The remote is at '{host}', and nothing says that the token is for that server. {Otherwise} Set GH_HOST to '{host}' where it is.");

    public static Diagnostic Refused(string host, string variable) => Warning(
        "RT4375",
        $"'{host}' does not know the token in '{variable}'. {Otherwise} Make a new one if it has ended.");

    public static Diagnostic NotAllowed(string host, string variable, string words) => Warning(
        "RT4376",
        $"'{host}' does not allow what was asked with the token in '{variable}'{Said(words)}. {Otherwise} Give the token the right to read contents, issues and pull requests.");

    public static Diagnostic LimitReached(string host, DateTimeOffset until) => Warning(
        "RT4377",
        $"'{host}' was asked enough and answers again at {until.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC. {Otherwise} Run this again then; what was answered is kept.");

    public static Diagnostic NoSuchRepository(string host, string repository, string variable) => Warning(
        "RT4378",
        $"'{host}' has no repository '{repository}' that the token in '{variable}' may see. {Otherwise} Correct the remote 'origin', or give the token the right to read it.");

    public static Diagnostic NoAnswer(string host, string what) => Warning(
        "RT4379",
        $"'{host}' gave {what}. {Otherwise} Look whether the address is that of GitHub's GraphQL API, and run this again.");

    public static Diagnostic Unreachable(string host, string why) => Warning(
        "RT4380",
        $"'{host}' could not be asked: {why}. {Otherwise} Run this again when it can be reached; what was answered is kept.");

    public static Diagnostic TooMuch(int count, int most) => Warning(
        "RT4381",
        $"The changelog speaks of {count.ToString("N0", CultureInfo.InvariantCulture)} commits, issues and pull requests, and no more than {most.ToString("N0", CultureInfo.InvariantCulture)} are asked for at once. {Otherwise} Ask for fewer releases.");

    public static Diagnostic Complaint(string host, string words) => Warning(
        "RT4382",
        $"'{host}' did not answer all that was asked{Said(words)}. {Otherwise} Give the token the right to read contents, issues and pull requests, or run this again.");

    private static string Said(string words) => words.Length > 0 ? $", and says '{words}'" : "";

    private static Diagnostic Warning(string code, string message) => new(code, Severity.Warning, ExitCode.Done, message);
}
