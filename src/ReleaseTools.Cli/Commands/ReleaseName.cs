using System.CommandLine;
using System.Globalization;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary>The version and the day of a release that is being made, and has no tag yet.</summary>
internal sealed class ReleaseName
{
    private Option<string?> As { get; } = new("--as") { Description = "Call the changes this version, which has no tag yet.", HelpName = "VERSION" };

    private Option<string?> Date { get; } = new("--date") { Description = "The day of the release. Default: that of the last commit.", HelpName = "YYYY-MM-DD" };

    public void AddTo(Command command)
    {
        command.Add(As);
        command.Add(Date);
    }

    /// <summary>Null where none is named.</summary>
    /// <exception cref="ReleaseException">RT4353: it is none.</exception>
    public SemanticVersion? Version(ParseResult parsed) => parsed.GetValue(As) is { } text && SemanticVersion.TryParse(Number(text).TrimStart('v'), out var version) ? version : null;

    /// <exception cref="ReleaseException">RT4353 or RT4354: the version is none, or the date.</exception>
    public Changelog.Changelog Give(ParseResult parsed, Changelog.Changelog changelog, VersionOptions options)
    {
        var named = parsed.GetValue(As) is { } version ? changelog with { Tag = Tag(Number(version), options), Version = Version(parsed) } : changelog;
        return parsed.GetValue(Date) is { } date ? named with { Date = Day(date) } : named;
    }

    private static string Number(string text) =>
        (text.StartsWith('v') ? text[1..] : text) is var version && SemVerSyntax.IsVersion(version) ? version : throw new ReleaseException(ChangelogFileDiagnostics.NotAVersion(text));

    private static string Tag(string version, VersionOptions options) =>
        options.Tags.Prefix is { } prefix ? prefix + version : options.Release.TagName.Replace("{version}", version, StringComparison.Ordinal);

    private static DateTimeOffset Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : throw new ReleaseException(ChangelogFileDiagnostics.NotADate(text));
}
