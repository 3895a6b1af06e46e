using System.Globalization;

namespace ReleaseTools.Versioning;

/// <summary>A prerelease in the form Semantic Versioning 1.0 allows: no dots, and numbers padded so that they sort as text.</summary>
internal static class SemVer1Prerelease
{
    /// <param name="prerelease">A SemVer 2 prerelease with its leading hyphen, or empty.</param>
    /// <param name="padding">Digits a numeric identifier is filled up to.</param>
    public static string From(string prerelease, int padding) =>
        prerelease.Length == 0
            ? ""
            : "-" + string.Join('-', prerelease[1..].Split('.').Select(identifier => Pad(identifier, padding)));

    private static string Pad(string identifier, int padding) =>
        int.TryParse(identifier, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? identifier.PadLeft(padding, '0') : identifier;
}
