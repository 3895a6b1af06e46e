namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a changelog from being written into a file: RT4350 to RT4369.</summary>
internal static class ChangelogFileDiagnostics
{
    public static Diagnostic Differs(SourceSpot spot, string title) => new(
        "RT4350",
        Severity.Error,
        ExitCode.No,
        $"The section '{title}' does not say what the commits say. Run 'dotnet release changelog --write' with the same options.",
        spot);

    public static Diagnostic OpenBlock(SourceSpot spot) => Usage(
        "RT4351",
        "'<!-- manual -->' begins here and does not end within the section of its version. Write '<!-- /manual -->' behind what was written by hand.",
        spot);

    public static Diagnostic SectionTwice(SourceSpot spot, string version, SourceSpot first) => Usage(
        "RT4352",
        $"'{version}' has a section here and one in line {first.Line}, and only one can be written anew. Remove one of them.",
        spot);

    public static Diagnostic NotAVersion(string text) => Usage(
        "RT4353",
        $"'{text}' is no semantic version. Write three numbers and, if wanted, a prerelease, as in '1.4.0' or '1.4.0-rc.1'.");

    public static Diagnostic NotADate(string text) => Usage(
        "RT4354",
        $"'{text}' is no date. Write the year, the month and the day, as in '2026-01-31'.");

    public static Diagnostic NothingToCheck(string option) => Usage(
        "RT4355",
        $"'{option}' says how a file would change, and no file is to be written. Add '--write' or '--notes'.");

    public static Diagnostic NotForFiles(string format) => Usage(
        "RT4356",
        $"The format '{format}' is no section of a changelog file. Write 'conventional' or 'keepachangelog'.");

    public static Diagnostic NotesWithoutVersion() => Usage(
        "RT4357",
        "Release notes are those of a version, and the last commit of the range has none. Name the version with '--as', as in '--as 1.4.0'.");

    public static Diagnostic NotPublished(SourceSpot spot) => Usage(
        "RT4358",
        "This is no list of what was published. Write a list of objects with 'kind' (image, chart, nuGet, tool or npm), 'name', 'version' and, if known, 'digest'.",
        spot);

    public static Diagnostic NoPublishedFile(string path) => Usage(
        "RT4359",
        $"There is no file '{path}'. Name the file that lists what was published.");

    public static Diagnostic OneFileOnly(string option) => Usage(
        "RT4360",
        $"'{option}' tells of several things at once, and a file is written for one. Name a component with '--project', and a release with '--version'.");

    public static Diagnostic NoWorkingTree(string folder) => Usage(
        "RT4361",
        $"The repository at '{folder}' is bare, so there is no file to write a changelog into. Run this in a clone with a working tree, or print the changelog.");

    public static Diagnostic TitleNotReadBack(SourceSpot spot, string title) => Usage(
        "RT4362",
        $"A heading '{title}' does not say which version or day it is of, so its section would not be found again. Put '{{version}}' or '{{tag}}' into it, as in '{{version}} ({{date}})', and a blank behind an address.",
        spot);

    public static Diagnostic OpenMarkup(SourceSpot spot, string mark) => Usage(
        "RT4363",
        $"'{mark}' begins here and does not end, so a section behind it would be part of it, and nobody would see it. Close it.",
        spot);

    public static Diagnostic NoVersionsRead(SourceSpot spot) => Usage(
        "RT4364",
        "This looks like a release, and no heading of the file can be read as that of a version, so there is no telling where the next one belongs. Write headings as in '## 1.4.0 - 2026-01-31', or name another file under 'releaseTools.changelog.file'.",
        spot);

    public static Diagnostic HasATag(string version, string tag) => Usage(
        "RT4365",
        $"'{version}' is released: there is a tag '{tag}'. Name with '--as' a version that has none yet, or write '--version {version}' without '--as'.");

    public static Diagnostic IsReleasedAs(string version, string tag) => Usage(
        "RT4366",
        $"The last commit of the range is released as '{tag}', and '--as {version}' would give it another name. Leave '--as' out, or write '--unreleased' for what has no version yet.");

    public static Diagnostic NoNotes(string path) => new(
        "RT4367",
        Severity.Error,
        ExitCode.No,
        $"There are no release notes '{path}'. Run 'dotnet release changelog --notes' with the same options.");

    private static Diagnostic Usage(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
