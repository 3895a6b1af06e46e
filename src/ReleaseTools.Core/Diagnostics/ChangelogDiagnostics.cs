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
}
