using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Hooks;

/// <summary>Whether a tag may be pushed: it names a release of some component, one that goes forward, in the form that is asked for.</summary>
internal static class PushedTagCheck
{
    public static IEnumerable<Diagnostic> Check(PushedTag pushed)
    {
        var releases = (pushed.IsOnCommit ? pushed.Components : []).Select(options => (options, release: Find(pushed.Tag, options))).Where(match => match.release is not null).ToArray();

        // With prefixes 'v' and 'web-v' a name belongs to the longest that fits.
        if (releases.OrderByDescending(match => Prefix(match.options)?.Length ?? 0).FirstOrDefault() is not { release: { } release, options: var settings })
        {
            if (pushed.Components.All(options => options.Push.OtherTags == OtherTags.Refuse))
            {
                yield return HookDiagnostics.NoReleaseTag(pushed.Tag.Name, pushed.IsOnCommit, pushed.Components.Select(options => Prefix(options) ?? "v").Distinct().Select(prefix => $"'{prefix}1.2.3'"));
            }

            yield break;
        }

        if (settings.Push.AnnotatedTags && !pushed.IsAnnotated)
        {
            yield return HookDiagnostics.LightweightTag(release.Name);
        }

        if (pushed.Published is { } published)
        {
            yield return HookDiagnostics.ReleaseMoves(release.Name, release.Commit.ToString(), published.ToString());
        }

        foreach (var (complain, other) in Rivals(pushed, release, settings))
        {
            yield return complain(release.Name, release.Commit.ToString(), other.Name, other.Commit.ToString());
        }
    }

    /// <summary>
    /// The releases on other commits that this one is not in order with: the same version; the highest that it would go behind, on a commit
    /// before it or, in the same line, on none after it; the lowest that it would go before, in the same line on a commit after it. A line
    /// is a major and a minor number, so that a hotfix of 1.3 may follow 1.4.
    /// </summary>
    private static IEnumerable<(Func<string, string, string, string, Diagnostic> Complain, ReleaseTag Other)> Rivals(PushedTag pushed, ReleaseTag release, VersionOptions settings)
    {
        var others = pushed.Tags.Releases(Prefix(settings)).Where(other => other.Commit != release.Commit && other.Name != release.Name).ToLookup(other => Order.Compare(other.Version, release.Version) switch { < 0 => -1, 0 => 0, > 0 => 1 });

        if (others[0].FirstOrDefault() is { } same)
        {
            yield return (HookDiagnostics.VersionIsTaken, same);
        }

        if (others[1].Where(other => pushed.Behind.Contains(other.Commit) || (IsOneLine(other.Version, release.Version) && !pushed.Ahead.Contains(other.Commit))).MaxBy(other => other.Version, Order) is { } higher)
        {
            yield return (HookDiagnostics.VersionGoesBack, higher);
        }

        if (others[-1].Where(other => pushed.Ahead.Contains(other.Commit) && IsOneLine(other.Version, release.Version)).MinBy(other => other.Version, Order) is { } lower)
        {
            yield return (HookDiagnostics.VersionRunsAhead, lower);
        }
    }

    /// <summary>What stands behind a plus sign makes no other version.</summary>
    private static IVersionComparer Order => VersionComparer.VersionRelease;

    private static bool IsOneLine(SemanticVersion one, SemanticVersion other) => (one.Major, one.Minor) == (other.Major, other.Minor);

    private static ReleaseTag? Find(GitTag tag, VersionOptions options) => ReleaseTag.Select([tag], Prefix(options)) is [var release] ? release : null;

    /// <summary>As it is set for versions from tags, else as <c>release.tagName</c> has it; null lets a <c>v</c> stand there or nothing.</summary>
    private static string? Prefix(VersionOptions options) => options switch
    {
        { Tags.Prefix: { } prefix } => prefix,
        { Release.TagName: var name } when name != ReleaseOptions.Default.TagName && name.EndsWith(Placeholder, StringComparison.Ordinal) => name[..^Placeholder.Length],
        _ => null,
    };

    private const string Placeholder = "{version}";
}
