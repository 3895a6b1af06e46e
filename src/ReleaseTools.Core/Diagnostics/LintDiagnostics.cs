namespace ReleaseTools.Diagnostics;

/// <summary>What a rule can find in a commit message: RT4001 to RT4019, one code per rule; <see cref="RuleDiagnostics"/> has the rest of them.</summary>
internal static class LintDiagnostics
{
    public static Diagnostic TypeEmpty(SourceSpot spot, bool isNever) => Refused(
        "RT4001",
        isNever
            ? "The first line has no type (rule type-empty). Begin it with one and a colon, as in 'feat: add search'."
            : "The first line has a type (rule type-empty). Leave the type out.",
        spot);

    public static Diagnostic TypeCase(SourceSpot spot, string type, bool isNever, string cases) => Refused(
        "RT4002",
        !isNever && cases == "lower-case"
            ? $"The type '{type}' is not in lower case (rule type-case). Write '{type.ToLowerInvariant()}'."
            : $"The type '{type}' is {(isNever ? "" : "not ")}in {cases} (rule type-case). Write it in {(isNever ? "another case" : cases)}.",
        spot);

    public static Diagnostic TypeEnum(SourceSpot spot, string type, bool isNever, IEnumerable<string> types) => Refused(
        "RT4003",
        isNever
            ? $"'{type}' is a type this repository does not use (rule type-enum). Write another than {string.Join(", ", types)}."
            : $"'{type}' is not a type of this repository (rule type-enum). Write one of {string.Join(", ", types)}.",
        spot);

    public static Diagnostic SubjectEmpty(SourceSpot spot, bool isNever) => Refused(
        "RT4004",
        isNever
            ? "The first line has no subject (rule subject-empty). Say what changes after a type, a colon and a space, as in 'feat: add search'."
            : "The first line has a subject (rule subject-empty). Leave the subject out.",
        spot);

    public static Diagnostic SubjectCase(SourceSpot spot, bool isNever, string cases) => Refused(
        "RT4005",
        isNever && cases.Contains("sentence-case", StringComparison.Ordinal)
            ? "The subject begins with an upper-case letter (rule subject-case). Begin it with a lower-case one."
            : $"The subject is {(isNever ? "" : "not ")}in {cases} (rule subject-case). Write it in {(isNever ? "another case" : cases)}.",
        spot);

    public static Diagnostic SubjectFullStop(SourceSpot spot, bool isNever, string stop) => Refused(
        "RT4006",
        $"The first line {(isNever ? "ends" : "does not end")} with {(stop == "." ? "a full stop" : $"'{stop}'")} (rule subject-full-stop). {(isNever ? "Leave it out" : "Put it at the end")}.",
        spot);

    public static Diagnostic HeaderMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4007",
        $"The first line has {length} characters, {length - limit} too many (rule header-max-length). Shorten it to {limit}, and say more in the body.",
        spot);

    public static Diagnostic HeaderTrim(SourceSpot spot, string where) => Refused(
        "RT4008",
        $"The first line has white space at its {where} (rule header-trim). Remove it.",
        spot);

    public static Diagnostic BodyLeadingBlank(SourceSpot spot, bool isNever) => Refused(
        "RT4009",
        isNever
            ? "An empty line stands before the body (rule body-leading-blank). Leave it out."
            : "The body follows the first line without an empty line (rule body-leading-blank). Put one between them.",
        spot);

    public static Diagnostic BodyMaxLineLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4010",
        $"This line of the body has {length} characters, {length - limit} too many (rule body-max-line-length). Break it at {limit}.",
        spot);

    public static Diagnostic FooterLeadingBlank(SourceSpot spot, bool isNever) => Refused(
        "RT4011",
        isNever
            ? "An empty line stands before the footer (rule footer-leading-blank). Leave it out."
            : "The footer follows without an empty line (rule footer-leading-blank). Put one before it.",
        spot);

    public static Diagnostic FooterMaxLineLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4012",
        $"This line of the footer has {length} characters, {length - limit} too many (rule footer-max-line-length). Break it at {limit}.",
        spot);

    private static Diagnostic Refused(string code, string message, SourceSpot spot) => new(code, Severity.Error, ExitCode.No, message, spot);
}
