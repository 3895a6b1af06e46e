using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Handover;

/// <summary>The version height as a release tag on a commit tells it, for a commit whose history is not there.</summary>
internal static class TaggedHeight
{
    /// <summary>Null where no tag tells it: none is of the pattern and fits the written version, or several say different things.</summary>
    /// <param name="options">What the commit's version file says.</param>
    /// <param name="tags">Full names of the tags on the commit.</param>
    public static int? Find(VersionOptions options, ImmutableArray<string> tags)
    {
        if (options.Version is not { HeightPosition: not HeightPosition.None } version)
        {
            return 0;
        }

        var heights = tags
            .Select(tag => VersionIn(tag[GitTag.Folder.Length..], options.Release.TagName))
            .OfType<VersionSpec>()
            .Select(released => Placed(version, released))
            .OfType<int>()
            .Select(placed => version.HeightPosition != HeightPosition.Prerelease && placed == 0 ? 0 : placed - options.EffectiveHeightOffset)
            .Distinct()
            .ToArray();

        return heights is [>= 0 and var height] ? height : null;
    }

    private static VersionSpec? VersionIn(string tag, string pattern) =>
        pattern.Split("{version}") is [var before, var after]
        && tag.Length > before.Length + after.Length
        && tag.StartsWith(before, StringComparison.Ordinal)
        && tag.EndsWith(after, StringComparison.Ordinal)
            ? VersionSpec.Read(tag[before.Length..^after.Length])
            : null;

    /// <summary>The number at the height's place, where everything else is as written.</summary>
    private static int? Placed(VersionSpec version, VersionSpec released) => (version.HeightPosition, version.Numbers, released.Numbers) switch
    {
        (HeightPosition.Build, var written, { Build: >= 0, Revision: -1 } said)
            when (written.Major, written.Minor, version.Prerelease) == (said.Major, said.Minor, released.Prerelease) => said.Build,
        (HeightPosition.Revision, var written, { Revision: >= 0 } said)
            when (written.Major, written.Minor, written.Build, version.Prerelease) == (said.Major, said.Minor, said.Build, released.Prerelease) => said.Revision,
        (HeightPosition.Prerelease, var written, var said)
            when (written.Major, written.Minor, Math.Max(0, written.Build)) == (said.Major, said.Minor, Math.Max(0, said.Build)) => PlacedIn(version.Prerelease, released.Prerelease),
        _ => null,
    };

    private static int? PlacedIn(string written, string said)
    {
        var start = written.IndexOf(VersionSpec.HeightPlaceholder, StringComparison.Ordinal);
        var digits = said.Length > start ? string.Concat(said[start..].TakeWhile(char.IsAsciiDigit)) : "";

        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && written.Replace(VersionSpec.HeightPlaceholder, height.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) == said
                ? height
                : null;
    }
}
