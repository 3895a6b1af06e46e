namespace ReleaseTools.Diagnostics;

/// <summary>What the rules can find that config-conventional does not set: RT4100 to RT4139, one code per rule.</summary>
internal static class RuleDiagnostics
{
    public static Diagnostic BodyCase(SourceSpot spot, bool isNever, string cases) => Refused(
        "RT4100",
        $"The body is {(isNever ? "" : "not ")}in {cases} (rule body-case). Write it in {(isNever ? "another case" : cases)}.",
        spot);

    public static Diagnostic HeaderCase(SourceSpot spot, bool isNever, string cases) => Refused(
        "RT4101",
        $"The first line is {(isNever ? "" : "not ")}in {cases} (rule header-case). Write it in {(isNever ? "another case" : cases)}.",
        spot);

    public static Diagnostic ScopeCase(SourceSpot spot, bool isNever, string cases) => Refused(
        "RT4102",
        $"The scope is {(isNever ? "" : "not ")}in {cases} (rule scope-case). Write it in {(isNever ? "another case" : cases)}.",
        spot);

    public static Diagnostic BodyEmpty(SourceSpot spot, bool isNever) => Refused(
        "RT4103",
        isNever
            ? "The message has no body (rule body-empty). Add one."
            : "The message has a body (rule body-empty). Leave it out.",
        spot);

    public static Diagnostic FooterEmpty(SourceSpot spot, bool isNever) => Refused(
        "RT4104",
        isNever
            ? "The message has no footer (rule footer-empty). Add one."
            : "The message has a footer (rule footer-empty). Leave it out.",
        spot);

    public static Diagnostic ScopeEmpty(SourceSpot spot, bool isNever) => Refused(
        "RT4105",
        isNever
            ? "The message has no scope (rule scope-empty). Add one."
            : "The message has a scope (rule scope-empty). Leave it out.",
        spot);

    public static Diagnostic BodyFullStop(SourceSpot spot, bool isNever, string stop) => Refused(
        "RT4106",
        $"The body {(isNever ? "ends" : "does not end")} with {(stop == "." ? "a full stop" : $"'{stop}'")} (rule body-full-stop). {(isNever ? "Leave it out" : "Put it at the end")}.",
        spot);

    public static Diagnostic HeaderFullStop(SourceSpot spot, bool isNever, string stop) => Refused(
        "RT4107",
        $"The first line {(isNever ? "ends" : "does not end")} with {(stop == "." ? "a full stop" : $"'{stop}'")} (rule header-full-stop). {(isNever ? "Leave it out" : "Put it at the end")}.",
        spot);

    public static Diagnostic BodyMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4108",
        $"The body has {length} characters, {length - limit} too many (rule body-max-length). Shorten it to {limit}.",
        spot);

    public static Diagnostic FooterMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4109",
        $"The footer has {length} characters, {length - limit} too many (rule footer-max-length). Shorten it to {limit}.",
        spot);

    public static Diagnostic ScopeMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4110",
        $"The scope has {length} characters, {length - limit} too many (rule scope-max-length). Shorten it to {limit}.",
        spot);

    public static Diagnostic SubjectMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4111",
        $"The subject has {length} characters, {length - limit} too many (rule subject-max-length). Shorten it to {limit}.",
        spot);

    public static Diagnostic TypeMaxLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4112",
        $"The type has {length} characters, {length - limit} too many (rule type-max-length). Shorten it to {limit}.",
        spot);

    public static Diagnostic BodyMinLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4113",
        $"The body has {length} characters, {limit - length} too few (rule body-min-length). Say more.",
        spot);

    public static Diagnostic FooterMinLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4114",
        $"The footer has {length} characters, {limit - length} too few (rule footer-min-length). Say more.",
        spot);

    public static Diagnostic HeaderMinLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4115",
        $"The first line has {length} characters, {limit - length} too few (rule header-min-length). Say more.",
        spot);

    public static Diagnostic ScopeMinLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4116",
        $"The scope has {length} characters, {limit - length} too few (rule scope-min-length). Say more.",
        spot);

    public static Diagnostic SubjectMinLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4117",
        $"The subject has {length} characters, {limit - length} too few (rule subject-min-length). Say more.",
        spot);

    public static Diagnostic TypeMinLength(SourceSpot spot, int length, int limit) => Refused(
        "RT4118",
        $"The type has {length} characters, {limit - length} too few (rule type-min-length). Say more.",
        spot);

    public static Diagnostic BreakingChangeExclamationMark(SourceSpot spot, bool isNever, bool hasMark) => Refused(
        "RT4119",
        isNever
            ? $"What breaks is said by {(hasMark ? "both a mark in the first line and a footer" : "neither a mark in the first line nor a footer")} (rule breaking-change-exclamation-mark). Say it with one of the two."
            : hasMark ? "The mark says that something breaks, and no footer says what (rule breaking-change-exclamation-mark). Add a footer, as in 'BREAKING CHANGE: the old form is gone'."
            : "A footer says what breaks, and the first line has no mark (rule breaking-change-exclamation-mark). Put an exclamation mark before the colon.",
        spot);

    public static Diagnostic ReferencesEmpty(SourceSpot spot, bool isNever) => Refused(
        "RT4120",
        isNever
            ? "The message speaks of no issue (rule references-empty). Name one, as in 'Closes: #12'."
            : "The message speaks of an issue (rule references-empty). Leave it out.",
        spot);

    public static Diagnostic ScopeDelimiterStyle(SourceSpot spot, bool isNever, IEnumerable<string> delimiters) => Refused(
        "RT4121",
        $"Scopes are kept apart by {(isNever ? "what this repository does not use" : "other characters than this repository uses")} (rule scope-delimiter-style). Write {(isNever ? "none" : "one")} of {string.Join(' ', delimiters)} between them.",
        spot);

    public static Diagnostic ScopeEnum(SourceSpot spot, string scope, bool isNever, IEnumerable<string> scopes) => Refused(
        "RT4122",
        isNever
            ? $"The scope '{scope}' is one this repository does not use (rule scope-enum). Write another than {string.Join(", ", scopes)}."
            : $"'{scope}' is not a scope of this repository (rule scope-enum). Write one of {string.Join(", ", scopes)}.",
        spot);

    public static Diagnostic SignedOffBy(SourceSpot spot, bool isNever, string start) => Refused(
        "RT4123",
        isNever
            ? $"The message is signed off (rule signed-off-by). Remove the last line, which begins with '{start}'."
            : $"The message is not signed off (rule signed-off-by). End it with a line that begins with '{start}', as 'git commit --signoff' does.",
        spot);

    public static Diagnostic SubjectExclamationMark(SourceSpot spot, bool isNever) => Refused(
        "RT4124",
        isNever
            ? "An exclamation mark says that something breaks (rule subject-exclamation-mark). Leave it out, and say it in a footer, as in 'BREAKING CHANGE: the old form is gone'."
            : "No exclamation mark says that something breaks (rule subject-exclamation-mark). Put one before the colon.",
        spot);

    public static Diagnostic TrailerExists(SourceSpot spot, bool isNever, string start) => Refused(
        "RT4125",
        $"The message has {(isNever ? "a" : "no")} trailer that begins with '{start}' (rule trailer-exists). {(isNever ? "Remove it" : "Add it as a line of the last paragraph")}.",
        spot);

    private static Diagnostic Refused(string code, string message, SourceSpot spot) => new(code, Severity.Error, ExitCode.No, message, spot);
}
