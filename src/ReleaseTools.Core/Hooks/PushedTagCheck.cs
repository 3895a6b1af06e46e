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

        if (Rival(pushed, release, settings) is { } rival)
        {
            yield return HookDiagnostics.VersionGoesBack(release.Name, release.Commit.ToString(), rival.Name, rival.Commit.ToString());
        }
    }

    /// <summary>
    /// The highest release this one would go behind: one on a commit before it, or one of the same line that is on no commit after it.
    /// A line is a major and a minor number, so that a hotfix of 1.3 may follow 1.4.
    /// </summary>
    private static ReleaseTag? Rival(PushedTag pushed, ReleaseTag release, VersionOptions settings) =>
        ReleaseTag.Select(pushed.Tags, Prefix(settings))
            .Where(other => other.Version > release.Version && other.Commit != release.Commit)
            .Where(other => pushed.Behind.Contains(other.Name) || (IsOneLine(other.Version, release.Version) && !pushed.Ahead.Contains(other.Name)))
            .MaxBy(other => other.Version, VersionComparer.VersionRelease);

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
