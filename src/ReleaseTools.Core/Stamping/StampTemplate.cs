using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>What an entry of version.json writes for a version, as in <c>v{major}.{minor}</c>.</summary>
internal sealed partial class StampTemplate
{
    private static readonly ImmutableArray<(string Name, Func<StampVersion, string> Read)> Placeholders =
    [
        ("version", version => version.Text),
        ("major", version => Number(version.Major)),
        ("minor", version => Number(version.Minor)),
        ("patch", version => Number(version.Patch)),
        ("prerelease", version => version.Prerelease),
        ("image-tag", version => version.ImageTag),
    ];

    private readonly string _text;

    private StampTemplate(string text) => _text = text;

    public static StampTemplate Version { get; } = new("{version}");

    public static StampTemplate ImageTag { get; } = new("{image-tag}");

    /// <exception cref="ReleaseException">RT2092: a placeholder is unknown, or a character may not stand in every kind of file.</exception>
    public static StampTemplate Parse(string text, SourceSpot? spot)
    {
        var names = Placeholder.Matches(text).Select(match => match.Groups[1].Value).ToArray();
        var known = Placeholders.Select(one => one.Name).ToArray();

        if (names.FirstOrDefault(name => !known.Contains(name)) is { } strange)
        {
            throw new ReleaseException(StampSettingDiagnostics.UnknownPlaceholder(spot, strange, Spelling.Nearest(strange, known)));
        }

        return names.Length > 0 && Harmless.IsMatch(Placeholder.Replace(text, ""))
            ? new(text)
            : throw new ReleaseException(StampSettingDiagnostics.NotAValue(spot, text));
    }

    public string Render(StampVersion version) =>
        Placeholder.Replace(_text, match => Placeholders.First(one => one.Name == match.Groups[1].Value).Read(version));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }

    /// <summary>What needs no escape in any kind of file.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9._+/:@=,~^-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless { get; }
}
