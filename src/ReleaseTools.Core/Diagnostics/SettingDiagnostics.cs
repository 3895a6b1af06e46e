namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a version from being written into a version file: RT2030 to RT2035.</summary>
internal static class SettingDiagnostics
{
    public static Diagnostic NothingToSet() => Error(
        "RT2030",
        "It is not said which version to write. Give either a version, as in 'dotnet release version set 1.5', or '--next'.");

    public static Diagnostic NotAVersion(string text) => Error(
        "RT2031",
        $"'{text}' is not a version for a version file. Write two to four numbers without leading zeros and, if wanted, a prerelease, as in '1.5' or '1.5-beta.{{height}}'.");

    public static Diagnostic Lowered(SourceSpot spot, string found, string wanted) => new(
        "RT2032",
        Severity.Error,
        ExitCode.No,
        $"The version is '{found}' here, and '{wanted}' is lower. Give '--allow-lower' if that is meant.",
        spot);

    public static Diagnostic PrereleaseInTheWay(string file, string wanted, string result) => Error(
        "RT2033",
        $"With '{wanted}' in '{file}' the version here would be '{result}', because 'prerelease' is set in a file that inherits from it. Change 'prerelease', or set the version for the folder of that file.");

    public static Diagnostic NoWorkingTree(string folder) => Error(
        "RT2034",
        $"The repository at '{folder}' is bare, so there is no version file to write. Run this in a clone with a working tree.");

    public static Diagnostic WouldChangeScheme(string file, string tag) => Error(
        "RT2035",
        $"Versions come from tags such as '{tag}' here, because no version is written; with one they would be counted by height. Write \"versionFrom\": \"height\" under 'releaseTools' if that is meant, or \"versionFrom\": \"tags\" to make the version a floor.",
        new SourceSpot(file, 1, 1));

    private static Diagnostic Error(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
