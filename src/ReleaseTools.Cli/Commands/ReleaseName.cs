using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary>The version and the day of a release that is being made, and has no tag yet.</summary>
internal sealed class ReleaseName
{
    private Option<string?> As { get; } = new("--as") { Description = "Call the changes this version, which has no tag yet.", HelpName = "VERSION" };

    private Option<string?> Date { get; } = new("--date") { Description = "The day of the release. Default: that of the last commit, or what the file says of it.", HelpName = "YYYY-MM-DD" };

    public void AddTo(Command command)
    {
        command.Add(As);
        command.Add(Date);
    }

    /// <param name="parsed">What was asked.</param>
    /// <param name="changelog">What is told.</param>
    /// <param name="options">How tags are named.</param>
    /// <param name="tags">Those there are; asked only where a version is named.</param>
    /// <exception cref="ReleaseException">RT4353 or RT4354: the version is none, or the date. RT4365 or RT4366: the version is released, or the commits are.</exception>
    public Changelog.Changelog Give(ParseResult parsed, Changelog.Changelog changelog, VersionOptions options, Func<ImmutableArray<GitTag>> tags)
    {
        var named = parsed.GetValue(As) is { } version ? Named(changelog, version, options, tags) : changelog;
        return parsed.GetValue(Date) is { } date ? named with { Date = Day(date), IsDateGiven = true } : named;
    }

    private static Changelog.Changelog Named(Changelog.Changelog changelog, string version, VersionOptions options, Func<ImmutableArray<GitTag>> tags)
    {
        var tag = Tag(version, options);
        var number = SemanticVersion.TryParse(version.TrimStart('v'), out var parsed) ? parsed : null;

        return changelog.Tag is { } released ? throw new ReleaseException(ChangelogFileDiagnostics.IsReleasedAs(version, released))
            : ReleaseTag.Select(tags(), options.Tags.Prefix).FirstOrDefault(release => release.Version == number) is { } there ? throw new ReleaseException(ChangelogFileDiagnostics.HasATag(version, there.Name))
            : changelog with { Tag = tag, Version = number };
    }

    private static string Tag(string text, VersionOptions options)
    {
        var version = text.StartsWith('v') ? text[1..] : text;

        return !SemVerSyntax.IsVersion(version) ? throw new ReleaseException(ChangelogFileDiagnostics.NotAVersion(text))
            : options.Tags.Prefix is { } prefix ? prefix + version
            : options.Release.TagName.Replace("{version}", version, StringComparison.Ordinal);
    }

    private static DateTimeOffset Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : throw new ReleaseException(ChangelogFileDiagnostics.NotADate(text));
}
