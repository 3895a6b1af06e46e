using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>A version as somebody met it, on a package or in a log, and asks who made it.</summary>
/// <param name="Numbers">Two to four.</param>
/// <param name="Prerelease">With its leading hyphen, and with the commit where that stands in it; or empty.</param>
/// <param name="Commits">What in the build metadata may be the commit's first digits.</param>
internal sealed partial record VersionQuery(ImmutableArray<int> Numbers, string Prerelease, ImmutableArray<string> Commits)
{
    private const int LeastDigits = 4;
    private const int CommitPlace = 3;

    /// <exception cref="ReleaseException">RT1072: it is no version.</exception>
    public static VersionQuery Parse(string text)
    {
        var match = Pattern.Match(text);
        var numbers = match.Groups["number"].Captures
            .Select(number => int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1)
            .ToImmutableArray();

        return match.Success && !numbers.Contains(-1)
            ? new(numbers, match.Groups["prerelease"].Value, [.. match.Groups["metadata"].Value.Split('.').Where(IsDigits)])
            : throw new ReleaseException(LookupDiagnostics.NoVersionToLookUp(text));
    }

    /// <summary>Whether some height may make this version of a written one.</summary>
    public bool MayComeFrom(VersionOptions options) =>
        options.Version is { } written
        && MadeVersion.PlaceOf(written.HeightPosition) is var place
        && (HasNumbers(written.WholeNumbers, place) || HasNumbers(MadeVersion.Cut(written.WholeNumbers, options.NuGetPrecision), place));

    /// <summary>
    /// Whether this is that version. Numbers alone name it whatever its prerelease is, if the height is among them or in no number;
    /// where the commit is named as well, the height may be missing, as it is in the package version of <c>1.2.3.H</c>. Of versions from
    /// tags three numbers alone name the finished one; the fourth, which is 0, comes from a file and so from any of them.
    /// </summary>
    public bool Names(MadeVersion made)
    {
        var namesCommit = Commits is not [];

        if (Prerelease.Length > 0)
        {
            var rests = made.Prereleases.Where(tag => Prerelease.StartsWith(tag, StringComparison.OrdinalIgnoreCase)).Select(tag => Prerelease[tag.Length..]).ToArray();

            if (!rests.Any(rest => rest.Length == 0 || IsCommit(rest, made)))
            {
                return false;
            }

            namesCommit |= !rests.Contains("");
        }
        else if (made is { IsFromTag: true, Prerelease: not "" } && Numbers.Length <= CommitPlace)
        {
            return false;
        }

        return (Commits is [] || Commits.Any(digits => Begins(made.Commit, digits) || Begins(made.Named, digits)))
            && (IsNumbered(made) ? namesCommit || made.HeightPlace > CommitPlace || made.HeightPlace < Numbers.Length : namesCommit && HasNumbers(made.PackageNumbers, Numbers.Length));
    }

    private bool IsNumbered(MadeVersion made) => made.HasCommitNumber
        ? HasNumbers(made.Numbers, CommitPlace) && (Numbers.Length <= CommitPlace || IsFirst16Bits(Numbers[CommitPlace], made.Named))
        : HasNumbers(made.Numbers, Numbers.Length);

    private bool HasNumbers(ImmutableArray<int> numbers, int count) => Numbers.Take(count).SequenceEqual(numbers.Take(Math.Min(count, Numbers.Length)));

    private static bool IsCommit(string rest, MadeVersion made)
    {
        var word = rest[1..];
        var prefix = word.StartsWith(made.CommitPrefix, StringComparison.OrdinalIgnoreCase) ? made.CommitPrefix.Length : 0;
        return rest[0] is '.' or '-' && new[] { word, word[prefix..] }.Any(digits => IsDigits(digits) && Begins(made.Named, digits));
    }

    private static bool Begins(CommitId commit, string digits) => commit.Hash.StartsWith(digits, StringComparison.OrdinalIgnoreCase);

    private static bool IsDigits(string text) => text.Length >= LeastDigits && text.All(char.IsAsciiHexDigit);

    /// <summary>Nerdbank.GitVersioning wrote them in the machine's byte order before 3.5, and such versions are still about.</summary>
    private static bool IsFirst16Bits(int number, CommitId commit)
    {
        var bytes = Convert.FromHexString(commit.Hash.AsSpan(0, 4));
        return number == Math.Min(VersionCalculator.HighestNumber, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes))
            || number == Math.Min(VersionCalculator.HighestNumber, (int)BinaryPrimitives.ReadUInt16LittleEndian(bytes));
    }

    [GeneratedRegex(@"^v?(?<number>[0-9]+)(?:\.(?<number>[0-9]+)){1,3}(?<prerelease>-[0-9A-Za-z.\-]+)?(?:\+(?<metadata>[0-9A-Za-z.\-]+))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
