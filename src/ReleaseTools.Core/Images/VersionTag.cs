using System.Text.RegularExpressions;

namespace ReleaseTools.Images;

/// <summary>A tag that says a version, or the beginning of one, and maybe the variant of the image, as <c>1.4</c> and <c>v1.4.0-rc.1-alpine</c> do.</summary>
/// <param name="Version">Without the variant.</param>
/// <param name="Variant">With its hyphen, or empty.</param>
/// <param name="Numbers">How many it begins with.</param>
internal sealed partial record VersionTag(string Version, string Variant, int Numbers)
{
    /// <summary>Whether it moves on with later versions.</summary>
    public bool IsFloating => Numbers < 3;

    /// <summary>Null where the tag is a word, a commit or whatever else.</summary>
    public static VersionTag? Read(string tag)
    {
        if (Shape.Match(tag) is not { Success: true, Groups: [_, var numbers, var suffix] })
        {
            return null;
        }

        var variant = VariantAt(tag, suffix.Index);
        return new(tag[..variant], tag[variant..], numbers.Value.Count(letter => letter == '.') + 1);
    }

    /// <summary>Where the variant begins with its hyphen: at a word that is known for it, or at once where nothing behind the numbers could be a prerelease.</summary>
    private static int VariantAt(string tag, int suffix)
    {
        Match[] words = [.. Identifier.Matches(tag, suffix).Cast<Match>()];

        return words.FirstOrDefault(word => Known.IsMatch(word.Value)) is { } known ? known.Index - 1
            : words.Any(word => Prerelease.IsMatch(word.Value)) ? tag.Length
            : suffix;
    }

    [GeneratedRegex(@"\A[vV]?([0-9]+(?:\.[0-9]+)*)((?:[-_].*)?)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape { get; }

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier { get; }

    [GeneratedRegex(
        @"\A(?:alpine|slim|debian|ubuntu|buster|bullseye|bookworm|trixie|focal|jammy|noble|ubi|chiseled|distroless|azurelinux|mariner|musl|linux|windows|windowsservercore|nanoserver|amd|arm|arm64v|armv|armhf|x86|x64|i386|ppc64le|s390x|riscv)[0-9]*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Known { get; }

    /// <summary>A number, a word that says how ripe it is, or a commit: the last is what a build of a branch ends in.</summary>
    [GeneratedRegex(@"\A(?:[0-9]+|(?:alpha|beta|rc|pre|preview|dev|canary)[0-9]*|g[0-9a-f]+)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Prerelease { get; }
}
