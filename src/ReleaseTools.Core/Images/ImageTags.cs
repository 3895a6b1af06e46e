using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Images;

/// <summary>The tags an image is published under, the exact ones first; and what the user should know about them.</summary>
/// <param name="Tags">Empty where an error is among the remarks.</param>
/// <param name="Remarks">Not for whoever only builds: a tag that was left out harms nobody before an image is published.</param>
internal sealed record ImageTags(ImmutableArray<string> Tags, ImmutableArray<Diagnostic> Remarks)
{
    /// <summary>
    /// Without a word from the user a stable public release gets its version and the floating tags above it, and anything else its full
    /// version only, so that nobody meets it by accident.
    /// </summary>
    private static readonly ImmutableArray<ImageTagRule> Usual =
        ImageTagRule.ParseAll(new[] { "{version}", "{major}.{minor}", "{major}", "latest" }.Select(tag => new ImageTagSetting(tag)));

    /// <exception cref="ReleaseException">RT7001, RT7002 or RT7003: what version.json says of tags is wrong.</exception>
    public static ImageTags For(VersionSnapshot version) => For(ImageFacts.Of(version), version.Options.ImageTags);

    /// <param name="facts">What is published.</param>
    /// <param name="settings">What the user wrote; nothing for the usual tags.</param>
    /// <exception cref="ReleaseException">RT7001, RT7002 or RT7003: that is wrong.</exception>
    public static ImageTags For(ImageFacts facts, ImmutableArray<ImageTagSetting> settings)
    {
        var rules = settings is [] ? Usual : ImageTagRule.ParseAll(settings);
        var remarks = new List<Diagnostic>();
        var made = new List<(ImageTagRule Rule, string Tag)>();

        foreach (var rule in rules.Where(rule => rule.AppliesTo(facts)).OrderByDescending(rule => rule.Template.Has(ImagePlaceholder.Version)))
        {
            if (rule.Template.Render(facts) is { } text && Make(rule, text, rules, facts, remarks) is { } tag)
            {
                remarks.AddRange(Clashes(rule, tag, made));
                made.Add((rule, tag));
            }
        }

        remarks.AddRange(made is [] && facts.Version.Length > ImageTagName.Longest ? [TooLong(null, facts.Version)] : []);
        var tags = made is [] ? [facts.Version] : made.Select(one => one.Tag).Distinct(StringComparer.Ordinal);
        return new(remarks.Any(remark => remark.Severity == Severity.Error) ? [] : [.. tags], [.. remarks.Distinct()]);
    }

    private static string? Make(ImageTagRule rule, string text, ImmutableArray<ImageTagRule> rules, ImageFacts facts, List<Diagnostic> remarks)
    {
        var whole = ImageTagName.From(text);
        var tag = rule.Template.Has(ImagePlaceholder.Branch) ? ImageTagName.Shorten(whole, text) : whole;

        var complaint = tag switch
        {
            "" => ImageDiagnostics.NothingLeft(rule.Spot, rule.Template.Text, text),
            { Length: > ImageTagName.Longest } => TooLong(rule.Spot, tag),
            _ when IsOthers(rule.Template, tag, rules, facts) => ImageDiagnostics.BelongsToOthers(rule.Spot, rule.Template.Text, tag),
            _ => (Diagnostic?)null,
        };

        remarks.AddRange(complaint is null ? [] : [complaint]);
        return complaint is null ? tag : null;
    }

    /// <summary>A branch named <c>latest</c> or <c>1.2.3</c> must not take the place of a release, nor of anything else that this image is tagged with, nor of one platform of either.</summary>
    private static bool IsOthers(ImageTagTemplate template, string tag, ImmutableArray<ImageTagRule> rules, ImageFacts facts) =>
        template.IsOthersWord && new[] { tag, ImageTagName.WithoutPlatform(tag) }.Any(name => ImageTagName.LooksReleased(name)
            || rules.Select(rule => rule.Template).Any(other => other.Meaning != template.Meaning && !other.Has(ImagePlaceholder.Branch) && other.CouldBe(name, facts)));

    private static IEnumerable<Diagnostic> Clashes(ImageTagRule rule, string tag, IEnumerable<(ImageTagRule Rule, string Tag)> made) => made
        .Where(one => one.Tag == tag && one.Rule.Template.Meaning != rule.Template.Meaning)
        .Take(1)
        .Select(one => ImageDiagnostics.SameTag(rule.Spot, rule.Template.Text, one.Rule.Template.Text, tag));

    private static Diagnostic TooLong(SourceSpot? spot, string tag) =>
        ImageDiagnostics.TooLong(spot, tag, tag.Length.ToString(CultureInfo.InvariantCulture));
}
