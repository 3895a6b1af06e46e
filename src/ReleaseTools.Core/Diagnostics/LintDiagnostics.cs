namespace ReleaseTools.Diagnostics;

/// <summary>What a rule can find in a commit message: RT4001 to RT4019, one code per rule.</summary>
internal static class LintDiagnostics
{
    public static Diagnostic TypeEmpty(SourceSpot spot) => Refused(
        "RT4001",
        "The first line has no type (rule type-empty). Begin it with one and a colon, as in 'feat: add search'.",
        spot);

    public static Diagnostic TypeCase(SourceSpot spot, string type) => Refused(
        "RT4002",
        $"The type '{type}' is not in lower case (rule type-case). Write '{type.ToLowerInvariant()}'.",
        spot);

    public static Diagnostic TypeEnum(SourceSpot spot, string type, IEnumerable<string> allowed) => Refused(
        "RT4003",
        $"'{type}' is not a type of this repository (rule type-enum). Write one of {string.Join(", ", allowed)}.",
        spot);

    public static Diagnostic SubjectEmpty(SourceSpot spot) => Refused(
        "RT4004",
        "The first line has no subject (rule subject-empty). Say what changes after a type, a colon and a space, as in 'feat: add search'.",
        spot);

    public static Diagnostic SubjectCase(SourceSpot spot) => Refused(
        "RT4005",
        "The subject begins with an upper-case letter (rule subject-case). Begin it with a lower-case one.",
        spot);

    public static Diagnostic SubjectFullStop(SourceSpot spot) => Refused(
        "RT4006",
        "The first line ends with a full stop (rule subject-full-stop). Leave it out.",
        spot);

    public static Diagnostic HeaderMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4007",
        $"The first line has {length} characters, {length - limit} too many (rule header-max-length). Shorten it to {limit}, and say more in the body.",
        spot);

    public static Diagnostic HeaderTrim(SourceSpot spot, string where) => Refused(
        "RT4008",
        $"The first line has white space at its {where} (rule header-trim). Remove it.",
        spot);

    public static Diagnostic BodyLeadingBlank(SourceSpot spot) => Refused(
        "RT4009",
        "The body follows the first line without an empty line (rule body-leading-blank). Put one between them.",
        spot);

    public static Diagnostic BodyMaxLineLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4010",
        $"This line of the body has {length} characters, {length - limit} too many (rule body-max-line-length). Break it at {limit}.",
        spot);

    public static Diagnostic FooterLeadingBlank(SourceSpot spot) => Refused(
        "RT4011",
        "The footer follows without an empty line (rule footer-leading-blank). Put one before it.",
        spot);

    public static Diagnostic FooterMaxLineLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4012",
        $"This line of the footer has {length} characters, {length - limit} too many (rule footer-max-line-length). Break it at {limit}.",
        spot);

    private static Diagnostic Refused(string code, string message, SourceSpot spot) => new(code, Severity.Error, ExitCode.No, message, spot);
}
