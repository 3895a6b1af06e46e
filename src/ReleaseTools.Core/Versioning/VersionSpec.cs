using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace ReleaseTools.Versioning;

/// <summary>
/// A version as written in version.json: two to four numbers, and a prerelease that may hold <c>{height}</c>.
/// Build metadata is allowed and, as in Nerdbank.GitVersioning, never emitted.
/// </summary>
/// <param name="Numbers">The written numbers; numbers not written are -1, as <see cref="System.Version"/> has it.</param>
/// <param name="Prerelease">With its leading hyphen, or empty.</param>
/// <param name="BuildMetadata">With its leading plus sign, or empty.</param>
internal sealed partial record VersionSpec(Version Numbers, string Prerelease = "", string BuildMetadata = "")
{
    public const string HeightPlaceholder = "{height}";

    public HeightPosition HeightPosition => this switch
    {
        _ when Prerelease.Contains(HeightPlaceholder, StringComparison.Ordinal) => HeightPosition.Prerelease,
        { Numbers.Build: -1 } => HeightPosition.Build,
        { Numbers.Revision: -1 } => HeightPosition.Revision,
        _ => HeightPosition.None,
    };

    /// <summary>All four; those not written are 0.</summary>
    public ImmutableArray<int> WholeNumbers => [Numbers.Major, Numbers.Minor, Math.Max(0, Numbers.Build), Math.Max(0, Numbers.Revision)];

    /// <summary>Reads a written version, or null where it is none (a missing minor, a leading zero, a number beyond 2^31).</summary>
    public static VersionSpec? Read(string text)
    {
        var match = Pattern.Match(text);
        return match.Success && Version.TryParse(match.Groups["numbers"].Value, out var numbers)
            ? new VersionSpec(numbers, match.Groups["prerelease"].Value, match.Groups["metadata"].Value)
            : null;
    }

    /// <summary>
    /// Whether counting starts again where <paramref name="earlier"/> became this version: when any number up to the
    /// height's place differs, or, with the height in the prerelease, when anything does.
    /// </summary>
    public bool ResetsHeightOf(VersionSpec earlier, HeightPosition position) => position switch
    {
        HeightPosition.Prerelease => this != earlier,
        HeightPosition.Build => (Numbers.Major, Numbers.Minor, Numbers.Build) != (earlier.Numbers.Major, earlier.Numbers.Minor, earlier.Numbers.Build),
        _ => Numbers != earlier.Numbers,
    };

    /// <summary>Whether a commit with this version belongs to the height of a later one: the same place for the height, and no restart.</summary>
    public bool CountsTowards(VersionSpec later) => HeightPosition == later.HeightPosition && !later.ResetsHeightOf(this, HeightPosition);

    /// <summary>The same form, with as many numbers of a release's version as are written here.</summary>
    public VersionSpec At(SemanticVersion release)
    {
        Version numbers = new(release.Major, release.Minor, release.Patch);
        return Whole(Numbers) is var own && (own.Major, own.Minor, own.Build) == (numbers.Major, numbers.Minor, numbers.Build) ? this
            : this with { Numbers = Numbers switch { { Build: -1 } => new(numbers.Major, numbers.Minor), { Revision: -1 } => numbers, _ => Whole(numbers) } };
    }

    /// <summary>Whether this comes before another: by its numbers, then by its prerelease, as Semantic Versioning has it. A height counts as 0.</summary>
    public bool IsBelow(VersionSpec other) => Whole(Numbers).CompareTo(Whole(other.Numbers)) switch
    {
        0 => Suffix(this) is { } suffix && Suffix(other) is { } otherSuffix && suffix < otherSuffix,
        var order => order < 0,
    };

    public override string ToString() => $"{Numbers}{Prerelease}{BuildMetadata}";

    private static Version Whole(Version numbers) => new(numbers.Major, numbers.Minor, Math.Max(0, numbers.Build), Math.Max(0, numbers.Revision));

    private static SemanticVersion? Suffix(VersionSpec version) =>
        SemanticVersion.TryParse("0.0.0" + version.Prerelease.Replace(HeightPlaceholder, "0", StringComparison.Ordinal), out var suffix) ? suffix : null;

    [GeneratedRegex(
        @"^[vV]?(?<numbers>(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){1,3})(?<prerelease>-(?:[0-9A-Za-z\-]+|\{height\})(?:\.(?:[0-9A-Za-z\-]+|\{height\}))*)?(?<metadata>\+(?:[0-9A-Za-z\-]+|\{height\})(?:\.(?:[0-9A-Za-z\-]+|\{height\}))*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
