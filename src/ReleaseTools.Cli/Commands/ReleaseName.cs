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

    /// <summary>Null where none is named.</summary>
    /// <exception cref="ReleaseException">RT4353: it is none.</exception>
    public SemanticVersion? Version(ParseResult parsed) => parsed.GetValue(As) is { } text ? Number(text) : null;

    /// <param name="parsed">What was asked.</param>
    /// <param name="changelog">What is told.</param>
    /// <param name="options">How tags are named.</param>
    /// <param name="tags">Those there are; asked only where a version is named.</param>
    /// <param name="day">That of a release without commits of its own; asked only where there is one.</param>
    /// <exception cref="ReleaseException">RT4353 or RT4354: the version is none, or the date. RT4365 or RT4366: the version is released, or the commits are.</exception>
    public Changelog.Changelog Give(ParseResult parsed, Changelog.Changelog changelog, VersionOptions options, Func<ImmutableArray<GitTag>> tags, Func<DateTimeOffset?> day)
    {
        var named = Version(parsed) is { } version ? Named(changelog, version, options, tags, day) : changelog;
        return parsed.GetValue(Date) is { } date ? named with { Date = Day(date), IsDateGiven = true } : named;
    }

    private static Changelog.Changelog Named(Changelog.Changelog changelog, SemanticVersion version, VersionOptions options, Func<ImmutableArray<GitTag>> tags, Func<DateTimeOffset?> day) =>
        changelog.Tag is { } released ? throw new ReleaseException(ChangelogFileDiagnostics.IsReleasedAs(version.ToFullString(), released))
        : ReleaseTag.Select(tags(), options.Tags.Prefix).FirstOrDefault(release => release.Version == version) is { } there ? throw new ReleaseException(ChangelogFileDiagnostics.HasATag(version.ToFullString(), there.Name))
        : changelog with { Tag = Tag(version.ToFullString(), options), Version = version, Date = changelog.Date ?? day() };

    private static SemanticVersion Number(string text) =>
        (text.StartsWith('v') ? text[1..] : text) is var version && SemVerSyntax.IsVersion(version) ? SemanticVersion.Parse(version) : throw new ReleaseException(ChangelogFileDiagnostics.NotAVersion(text));

    private static string Tag(string version, VersionOptions options) =>
        options.Tags.Prefix is { } prefix ? prefix + version : options.Release.TagName.Replace("{version}", version, StringComparison.Ordinal);

    private static DateTimeOffset Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : throw new ReleaseException(ChangelogFileDiagnostics.NotADate(text));
}
