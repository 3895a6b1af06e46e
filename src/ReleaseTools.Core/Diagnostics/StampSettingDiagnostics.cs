namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with an entry of the list of files to stamp in version.json: RT2090 to RT2099.</summary>
internal static class StampSettingDiagnostics
{
    public static Diagnostic NotAFile(SourceSpot spot, string file) => Error(
        "RT2090",
        $"'{file}' is no path inside this repository. Write one from this file's folder, with forward slashes, as in 'deploy/values.yaml' or 'src/**/*.csproj'.",
        spot);

    public static Diagnostic SeveralPlaces(SourceSpot spot, string first, string second) => Error(
        "RT2091",
        $"The entry has both '{first}' and '{second}', and an entry means one place. Make two entries of it.",
        spot);

    public static Diagnostic NotAValue(SourceSpot? spot, string value) => Error(
        "RT2092",
        $"'{value}' has no placeholder, or a character that does not fit into every kind of file. Write letters, digits and '._+/:@=,~^-' around placeholders, as in 'v{{version}}'.",
        spot);

    public static Diagnostic UnknownPlaceholder(SourceSpot? spot, string placeholder, string? meant) => Error(
        "RT2093",
        $"'{{{placeholder}}}' is no placeholder. {(meant is null ? "Write '{version}', '{major}', '{minor}', '{patch}', '{prerelease}' or '{image-tag}'." : $"Did you mean '{{{meant}}}'?")}",
        spot);

    public static Diagnostic NotAPlace(SourceSpot spot, string path, string example) => Error(
        "RT2094",
        $"'{path}' does not say where the value is. Write it as in '{example}'.",
        spot);

    public static Diagnostic NotAPattern(SourceSpot spot, string pattern) => Error(
        "RT2095",
        $"'{pattern}' is no regular expression that can be matched in one pass over a file. Mend it, without look-around and references back; it has at most 1000 characters.",
        spot);

    public static Diagnostic NoVersionGroup(SourceSpot spot, string pattern) => Error(
        "RT2096",
        $"'{pattern}' does not say which part of a match is the version. Put that part in a group, as in '(?<version>[^ ]+)'.",
        spot);

    public static Diagnostic NoFile(SourceSpot spot) => Error(
        "RT2097",
        "The entry does not say which file it means. Add it, as in \"file\": \"deploy/values.yaml\".",
        spot);

    public static Diagnostic CountWithoutPattern(SourceSpot spot) => Error(
        "RT2098",
        "The entry has a 'count' and no 'pattern', and only a pattern is counted. Remove one, or add the other.",
        spot);

    public static Diagnostic OlderForm(string file) => Error(
        "RT2099",
        $"The version is in '{file}', which goes before a version.json in the same folder and holds no lists. Move the version into a version.json, and remove '{file}'.",
        new SourceSpot(file, 1, 1));

    private static Diagnostic Error(string code, string message, SourceSpot? spot) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
