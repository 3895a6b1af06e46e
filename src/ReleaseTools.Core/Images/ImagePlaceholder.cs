using System.Collections.Immutable;
using System.Globalization;

namespace ReleaseTools.Images;

/// <summary>A word in braces that stands for something in the tags of an image.</summary>
/// <param name="Name">What stands between the braces.</param>
/// <param name="Meaning">What a tag with it tells.</param>
/// <param name="Value">What it is in a build; null where the build has no such thing.</param>
/// <param name="Shape">An expression for whatever it may be in any build.</param>
internal sealed record ImagePlaceholder(string Name, ImageTagMeaning Meaning, Func<ImageFacts, string?> Value, string Shape)
{
    private const string Number = "[0-9]+";

    public static ImagePlaceholder Version { get; } = new("version", ImageTagMeaning.Version, facts => facts.Version, @"[0-9]+\.[0-9]+\.[0-9]+(-.+)?");

    public static ImagePlaceholder Major { get; } = new("major", ImageTagMeaning.Version, facts => Say(facts.Numbers?.Major), Number);

    public static ImagePlaceholder Minor { get; } = new("minor", ImageTagMeaning.Version, facts => Say(facts.Numbers?.Minor), Number);

    public static ImagePlaceholder Patch { get; } = new("patch", ImageTagMeaning.Version, facts => Say(facts.Numbers?.Build), Number);

    public static ImagePlaceholder Prerelease { get; } = new("prerelease", ImageTagMeaning.Version, facts => facts.Prerelease is "" ? null : facts.Prerelease.Split('.')[0], "(alpha|beta|preview|rc)");

    public static ImagePlaceholder Commit { get; } = new("commit", ImageTagMeaning.Commit, facts => facts.Commit is "" ? null : facts.Commit, "[0-9a-f]+");

    public static ImagePlaceholder Branch { get; } = new("branch", ImageTagMeaning.Branch, facts => facts.Branch, ".+");

    public static ImagePlaceholder PullRequest { get; } = new("pull-request", ImageTagMeaning.PullRequest, facts => facts.PullRequest is "" ? null : facts.PullRequest, Number);

    public static ImmutableArray<ImagePlaceholder> All { get; } = [Version, Major, Minor, Patch, Prerelease, Commit, Branch, PullRequest];

    private static string? Say(int? number) => number >= 0 ? number.Value.ToString(CultureInfo.InvariantCulture) : null;
}
