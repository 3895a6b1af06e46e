namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with a configuration of commit rules: RT2100 to RT2119.</summary>
internal static class LintConfigurationDiagnostics
{
    public static Diagnostic IsProgram(string path) => Error(
        "RT2100",
        "This configuration of commitlint is a program, and nothing is run to read it. Write what it exports to '.commitlintrc.json' with 'npx commitlint --print-config json', and remove this file.",
        new SourceSpot(path, 1, 1));

    public static Diagnostic NotJson(SourceSpot spot) => Error(
        "RT2101",
        "This is not JSON, so the commit rules cannot be read. Mend the file at this place.",
        spot);

    public static Diagnostic UnknownRule(SourceSpot spot, string name, string? meant) => Error(
        "RT2102",
        $"'{Excerpt.Of(name)}' is no rule for commit messages. {(meant is null ? "Remove it." : $"Did you mean '{meant}'?")}",
        spot);

    public static Diagnostic NotASetting(SourceSpot spot, string rule) => Error(
        "RT2103",
        $"The rule '{rule}' is not set by a list of a level, a condition and a value. Write 0, 1 or 2, then 'always' or 'never', and then what the rule takes, as in [2, \"always\", 72].",
        spot);

    public static Diagnostic WrongValue(SourceSpot spot, string rule, string found, string expected) => Error(
        "RT2104",
        $"The rule '{rule}' is given {found}. Write {expected}.",
        spot);

    public static Diagnostic UnknownShared(SourceSpot spot, string name, IEnumerable<string> known) => Error(
        "RT2105",
        $"'{Excerpt.Of(name)}' is no configuration that is known here, and no package is run to read one. Write one of {string.Join(", ", known)}, or the path of a JSON or YAML file, as in './rules.json'.",
        spot);

    public static Diagnostic NoRules(string path) => Error(
        "RT2106",
        "This configuration sets no rules, and no message would be checked. Add rules, or extend '@commitlint/config-conventional'.",
        new SourceSpot(path, 1, 1));

    public static Diagnostic OnlyProgram(SourceSpot spot, string key) => Error(
        "RT2107",
        $"'{Excerpt.Of(key)}' names code, and nothing is run to check a message. Remove it, and say with rules what it says.",
        spot);

    public static Diagnostic UnknownPreset(SourceSpot spot, string name) => Error(
        "RT2108",
        $"'{Excerpt.Of(name)}' is no parser preset that is known here. Write 'conventional-changelog-conventionalcommits' or 'conventional-changelog-angular'.",
        spot);

    public static Diagnostic UnknownOption(SourceSpot spot, string name) => Error(
        "RT2109",
        $"'{Excerpt.Of(name)}' reads messages in a way that is not known here. Remove it; 'issuePrefixes', 'noteKeywords' and 'referenceActions' can be set.",
        spot);

    public static Diagnostic NoSuchConfiguration(string path) => Usage(
        "RT2110",
        $"There is no configuration '{path}' in this repository, with links followed. Put a JSON or YAML file there, or name another one.");

    public static Diagnostic NoSuchExtended(SourceSpot spot, string name) => Error(
        "RT2111",
        $"There is no file '{Excerpt.Of(name)}' in this repository to extend. Write the path from this file's folder, beginning with './' or '../'.",
        spot);

    public static Diagnostic ExtendsItself(SourceSpot spot, string name) => Error(
        "RT2112",
        $"'{Excerpt.Of(name)}' is extended by itself. Remove it from one of the files.",
        spot);

    private static Diagnostic Error(string code, string message, SourceSpot spot) => new(code, Severity.Error, ExitCode.Usage, message, spot);

    private static Diagnostic Usage(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);
}
