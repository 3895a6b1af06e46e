namespace ReleaseTools.Diagnostics;

/// <summary>What a project can say that a build cannot follow: RT2080 to RT2084.</summary>
internal static class BuildDiagnostics
{
    public static Diagnostic TwoPackages(string other) => new(
        "RT2080",
        Severity.Warning,
        ExitCode.Usage,
        $"ReleaseTools.MSBuild and {other} both set the version of this project, and which of the two comes last is chance. Remove one of the two package references, or set ReleaseToolsEnabled to 'false' here.");

    public static Diagnostic NotAField(string name) => Error(
        "RT2081",
        $"'{name}' among AdditionalThisAssemblyFields cannot be the name of a field. Use letters, digits and '_', and begin with a letter.");

    public static Diagnostic FieldTwice(string name) => Error(
        "RT2082",
        $"ThisAssembly would have two fields '{name}'. Give the one among AdditionalThisAssemblyFields another name.");

    public static Diagnostic NoFieldValue(string name) => Error(
        "RT2083",
        $"The field '{name}' among AdditionalThisAssemblyFields has no value, or several. Give it exactly one of the metadata String, Boolean ('true' or 'false'), Integer and Ticks (whole numbers).");

    public static Diagnostic NotANamespace(string name) => Error(
        "RT2084",
        $"The property ReleaseToolsThisAssemblyNamespace is '{name}', which is not a namespace. Write names with dots between them, as in 'Acme.Shop'.");

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, ExitCode.Usage, message);
}
