namespace ReleaseTools.Diagnostics;

/// <summary>What can be wrong with the tags of an image: RT7001 and on.</summary>
internal static class ImageDiagnostics
{
    public static Diagnostic UnknownPlaceholder(SourceSpot? spot, string template, string placeholder, string? meant) => Error(
        "RT7001",
        $"The image tag '{template}' has the placeholder '{placeholder}', which nobody knows. {(meant is null ? "Remove it; docs/container-images.md lists those there are." : $"Did you mean '{meant}'?")}",
        spot);

    public static Diagnostic NotATemplate(SourceSpot? spot, string template) => Error(
        "RT7002",
        $"The image tag '{template}' is empty or has a brace without its other one. Write text and single placeholders, as in 'v{{version}}'.",
        spot);

    public static Diagnostic UnknownCondition(SourceSpot? spot, string condition, string? meant) => Error(
        "RT7003",
        $"'{condition}' is nothing that decides when an image tag is published. {(meant is null ? "Write 'release', 'prerelease', 'branch', 'branch:NAME', 'default-branch', 'pull-request' or 'always'." : $"Did you mean '{meant}'?")}",
        spot);

    public static Diagnostic NothingLeft(SourceSpot? spot, string template, string text) => Warning(
        "RT7004",
        $"The image tag '{template}' is '{text}' here, and nothing of that may stand in a tag, so it is left out. Put letters or digits before the placeholder.",
        spot);

    public static Diagnostic BelongsToOthers(SourceSpot? spot, string template, string tag) => Warning(
        "RT7005",
        $"The image tag '{template}' is '{tag}' here, which is the tag of a release or of another entry, so it is left out. Put a word before the placeholder, as in 'branch-{{branch}}', or name the branch otherwise.",
        spot);

    public static Diagnostic SameTag(SourceSpot? spot, string template, string other, string tag) => Warning(
        "RT7006",
        $"The image tags '{other}' and '{template}' are both '{tag}' here and mean different things. Put a word before one of the placeholders.",
        spot);

    public static Diagnostic TooLong(SourceSpot? spot, string tag, string length) => Error(
        "RT7007",
        $"The image tag '{tag}' has {length} characters, and a registry takes 128. Shorten the prerelease of the version, or the text around the placeholders.",
        spot);

    private static Diagnostic Error(string code, string message, SourceSpot? spot) => new(code, Severity.Error, ExitCode.Usage, message, spot);

    private static Diagnostic Warning(string code, string message, SourceSpot? spot) => new(code, Severity.Warning, ExitCode.Usage, message, spot);
}
