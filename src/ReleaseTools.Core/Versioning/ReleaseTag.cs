using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>A tag that names a released version.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Commit">What it stands on.</param>
/// <param name="Version">What its name says behind the prefix.</param>
internal sealed partial record ReleaseTag(string Name, CommitId Commit, SemanticVersion Version)
{
    /// <summary>
    /// Those of the tags that are releases. As in MinVer the prefix compares without case, and what follows must be a whole
    /// SemVer 2.0.0 version: <c>1.2</c>, <c>01.2.3</c> and <c>1.2.3.4</c> are not.
    /// </summary>
    /// <param name="tags">All there are.</param>
    /// <param name="prefix">What stands before the version; null lets a <c>v</c> stand there or nothing.</param>
    public static ImmutableArray<ReleaseTag> Select(IEnumerable<GitTag> tags, string? prefix) =>
        [.. tags.Select(tag => Read(tag, prefix)).OfType<ReleaseTag>()];

    /// <summary>What stands before the version in a tag's name; null where its end is no version.</summary>
    public static string? FindPrefix(GitTag tag) =>
        Ending.Match(tag.Name) is { Success: true } ending && SemanticVersion.TryParse(ending.Groups["version"].Value, out _) ? ending.Groups["prefix"].Value : null;

    private static ReleaseTag? Read(GitTag tag, string? prefix) =>
        tag.Name.StartsWith(prefix ?? "v", StringComparison.OrdinalIgnoreCase) && SemanticVersion.TryParse(tag.Name[(prefix ?? "v").Length..], out var version) ? new(tag.Name, tag.Commit, version)
        : prefix is null && SemanticVersion.TryParse(tag.Name, out var plain) ? new(tag.Name, tag.Commit, plain)
        : null;

    [GeneratedRegex(@"^(?<prefix>(?:.*?[^0-9.])?)(?<version>[0-9]+\.[0-9]+\.[0-9]+(?:[-+].*)?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending { get; }
}
