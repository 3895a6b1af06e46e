using System.Collections.Immutable;

namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with the settings of changelogs, here and in the files of other tools that are read for them: RT2140 to RT2159.</summary>
internal static class ChangelogSettingDiagnostics
{
    public static Diagnostic UnknownPlaceholder(SourceSpot spot, string placeholder, string? meant, IEnumerable<string> known) => Error(
        "RT2140",
        $"'{{{placeholder}}}' is no placeholder. {(meant is null ? $"Write one of {string.Join(", ", known.Select(name => $"'{{{name}}}'"))}." : $"Did you mean '{{{meant}}}'?")}",
        spot);

    public static Diagnostic NotALine(SourceSpot spot) => Error(
        "RT2141",
        "The text is empty, or holds a line end or another control character. Write one line with placeholders, as in '**{scope}:** {text} ({commit})'.",
        spot);

    public static Diagnostic SectionWithoutType(SourceSpot spot) => Error(
        "RT2142",
        "The section does not say which commits stand in it. Add their types, as in \"types\": [ \"feat\" ], or \"*\" for all that no other section names.",
        spot);

    public static Diagnostic SectionWithoutTitle(SourceSpot spot) => Error(
        "RT2143",
        "The section has no title and is not hidden. Add its title, as in \"title\": \"Features\", or \"hidden\": true.",
        spot);

    public static Diagnostic NoSuchFormat(SourceSpot spot, string name, IEnumerable<string> formats) => Error(
        "RT2144",
        $"There is no changelog format '{name}'. Write one of {string.Join(", ", formats)}.",
        spot);

    public static Diagnostic NoSuchHost(SourceSpot spot, string name, IEnumerable<string> hosts) => Error(
        "RT2145",
        $"'{name}' is no kind of site that links can lead to. Write one of {string.Join(", ", hosts)}, or 'none'.",
        spot);

    public static Diagnostic NotAPath(SourceSpot spot, string path) => Error(
        "RT2146",
        $"'{path}' is no path of a file inside this repository. Write one from the root, with forward slashes, as in 'docs/CHANGELOG.md'.",
        spot);

    public static Diagnostic NotesWithoutVersion(SourceSpot spot, string path) => Error(
        "RT2147",
        $"'{path}' is the same file for every version, and release notes are written once. Put the version into it, as in 'docs/releases/RELEASE_NOTES_v{{version}}.md'.",
        spot);

    public static Diagnostic NotSections(SourceSpot spot, string file) => Error(
        "RT2148",
        $"'{file}' does not hold the sections of a changelog in the form it is known for. Mend it, or write 'sections' under 'releaseTools.changelog' in version.json, which goes before it.",
        spot);

    private static Diagnostic Error(string code, string message, SourceSpot spot) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
