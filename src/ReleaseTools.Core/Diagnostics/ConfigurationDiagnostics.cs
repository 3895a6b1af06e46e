namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong in version.json: RT2….</summary>
internal static class ConfigurationDiagnostics
{
    public static Diagnostic NotJson(SourceSpot spot) => Error(
        "RT2001",
        "This is not JSON. Mend the file at this place; comments and trailing commas are allowed, single quotes are not.",
        spot);

    public static Diagnostic WrongKind(SourceSpot spot, string key, string expected, string found) => Error(
        "RT2002",
        $"'{Excerpt.Of(key)}' is {found}. Write {expected}.",
        spot);

    public static Diagnostic NotAVersion(SourceSpot spot, string key, string text) => Error(
        "RT2003",
        $"'{Excerpt.Of(key)}' is '{Excerpt.Of(text)}', which is not a version. Write two to four numbers without leading zeros and, if wanted, a prerelease, as in '1.4' or '1.4-beta.{{height}}'.",
        spot);

    public static Diagnostic NoParentToInherit(SourceSpot spot) => Error(
        "RT2004",
        "'inherit' is true, and no folder above has a version file. Remove 'inherit', or add a version.json in a folder above.",
        spot);

    public static Diagnostic NoVersion(string path) => Error(
        "RT2005",
        "No 'version' is given here or in a file this one inherits from. Add one, as in \"version\": \"1.4-beta\".",
        new SourceSpot(path, 1, 1));

    public static Diagnostic UnknownSetting(SourceSpot spot, string key, string? meant) => Error(
        "RT2007",
        $"'{Excerpt.Of(key)}' is no setting of 'releaseTools'. {(meant is null ? "Remove it." : $"Did you mean '{meant}'?")}",
        spot);

    public static Diagnostic NotAnExpression(SourceSpot spot, string expression) => Error(
        "RT2008",
        $"'{Excerpt.Of(expression)}' is not a regular expression. Mend it, as in '^refs/heads/main$'.",
        spot);

    public static Diagnostic NoVersionFile(string folder) => new(
        "RT2009",
        Severity.Error,
        ExitCode.Usage,
        $"The version file of '{folder}' is committed and was removed from the working copy. Restore it, or commit the removal if versions are to come from tags from then on.");

    public static Diagnostic PrereleaseTwice(SourceSpot spot, string prerelease) => Error(
        "RT2010",
        $"'prerelease' adds '{Excerpt.Of(prerelease)}' to a version that has a prerelease already. Remove one of the two.",
        spot);

    public static Diagnostic ExpressionTooSlow(string expression) => new(
        "RT2011",
        Severity.Error,
        ExitCode.Usage,
        $"The expression '{Excerpt.Of(expression)}' in 'publicReleaseRefSpec' does not come to an end in a second. Write it without nested repetition.");

    public static Diagnostic NotAFilter(SourceSpot spot, string filter) => Error(
        "RT2012",
        $"'{Excerpt.Of(filter)}' is no path filter inside this repository. Write a path from this file's folder, '/path' from the root, or ':!path' to leave it out.",
        spot);

    public static Diagnostic PropertyIsNoVersion(string property, string text) => new(
        "RT2050",
        Severity.Error,
        ExitCode.Usage,
        $"The property {property} is '{Excerpt.Of(text)}', which is not a version. Write two to four numbers and, if wanted, a prerelease, as in '1.4.0-local'.");

    public static Diagnostic PropertyIsNoTruth(string property, string text) => new(
        "RT2051",
        Severity.Error,
        ExitCode.Usage,
        $"The property {property} is '{Excerpt.Of(text)}'. Write 'true' or 'false', or leave it empty.");

    public static Diagnostic StampedTwice(string first, string second, string copy) => new(
        "RT2052",
        Severity.Error,
        ExitCode.Usage,
        $"The stamped copies of '{first}' and '{second}' would both be '{copy}'. Give one of the two ReleaseStamp items the metadata Folder, as in Folder=\"shop\".");

    public static Diagnostic IsLink(string path) => Error(
        "RT2013",
        "This is a symbolic link, and git keeps a link's target, not the file's content, so its history says nothing of the version. Put the file itself here.",
        new SourceSpot(path, 1, 1));

    public static Diagnostic NumberTooLarge(SourceSpot spot, string key, string text) => Error(
        "RT2014",
        $"'{Excerpt.Of(key)}' is '{Excerpt.Of(text)}', and an assembly version holds numbers up to 65534. Write smaller numbers.",
        spot);

    public static Diagnostic NotAFloor(SourceSpot spot, string version) => Error(
        "RT2020",
        $"'version' is '{Excerpt.Of(version)}', and where versions come from tags it is the least major and minor. Write two numbers, as in '1.4', or remove it.",
        spot);

    private static Diagnostic Error(string code, string message, SourceSpot spot) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
