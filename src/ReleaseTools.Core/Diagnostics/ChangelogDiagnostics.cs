namespace ReleaseTools.Diagnostics;

/// <summary>What can keep a changelog from being made: RT4300 to RT4349.</summary>
internal static class ChangelogDiagnostics
{
    public static Diagnostic NoSuchRelease(string version, string? newest) => new(
        "RT4300",
        Severity.Error,
        ExitCode.Usage,
        $"No release tag says '{version}'. Write a version that has one{(newest is null ? "" : $", such as '{newest}'")}; 'git tag' lists them.");

    public static Diagnostic NoRelease() => new(
        "RT4301",
        Severity.Error,
        ExitCode.Usage,
        "No release is behind the commit that is checked out, so there is no latest one. Write '--unreleased' for all that waits for the first.");

    public static Diagnostic NoComponents() => new(
        "RT4302",
        Severity.Error,
        ExitCode.Usage,
        "No folder has a version file with 'pathFilters' or a 'tagPrefix' of its own, so there are no components. Leave '--components' out, or give the projects version files of their own.");

    public static Diagnostic TwoTargets(IEnumerable<string> given) => Usage(
        "RT4303",
        $"{string.Join(" and ", given.Select(one => $"'{one}'"))} name different commits, and a changelog is of one range. Leave all but one of them out.");

    public static Diagnostic NameOfSeveral() => Usage(
        "RT4304",
        "'--as' names one version, and with '--components' each component has its own. Name that of one component, as in '--project src/api --as 1.4.0'.");

    public static Diagnostic NotADigest(SourceSpot spot, string digest) => Usage(
        "RT4305",
        $"'{digest}' is no digest. Write the kind and all of its hexadecimal digits, as in 'sha256:' and 64 of them, or leave it out.",
        spot);

    public static Diagnostic NotForACommandLine(SourceSpot spot, string name, string text) => Usage(
        "RT4306",
        $"The {name} '{text}' holds characters that mean something to a shell, into which people paste it. Write letters, digits and '@._:/+-' only.",
        spot);

    public static Diagnostic TypeOfTwoSections(SourceSpot spot, string type) => Usage(
        "RT4307",
        $"The type '{type}' stands in a section before this one already, so nothing of it would stand here. Take it out of one of the two.",
        spot);

    public static Diagnostic TypeWithBlank(SourceSpot spot, string type) => Usage(
        "RT4308",
        $"'{type}' is no type of a commit, for a type has no blanks. Write one type for each text, as in \"types\": [ \"feat\", \"fix\" ].",
        spot);

    public static Diagnostic LooseBrace(SourceSpot spot) => Usage(
        "RT4309",
        "A brace in the text is not one of a pair, so it would be printed as it is. Write placeholders in two braces, as in '{text}'.",
        spot);

    public static Diagnostic TagOnNoCommit(string tag) => Usage(
        "RT4310",
        $"Tag '{tag}' stands on no commit, so it is no release. Put it on the commit that was released, or name another.");

    private static Diagnostic Usage(string code, string message, SourceSpot? spot = null) => new(code, Severity.Error, ExitCode.Usage, message, spot);
}
