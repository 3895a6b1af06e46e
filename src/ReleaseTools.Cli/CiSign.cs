namespace ReleaseTools.Cli;

/// <summary>Whether this runs in CI, where nobody answers a prompt and a log wants no tables.</summary>
internal static class CiSign
{
    public static bool IsPresent() =>
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
