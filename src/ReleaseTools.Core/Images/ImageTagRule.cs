using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Images;

/// <summary>A tag, and the builds it is published in.</summary>
internal sealed record ImageTagRule
{
    private readonly ImmutableArray<ImageTagCondition> _conditions;

    private ImageTagRule(ImageTagTemplate template, ImmutableArray<ImageTagCondition> conditions, SourceSpot? spot)
    {
        Template = template;
        _conditions = conditions;
        Spot = spot;
    }

    public ImageTagTemplate Template { get; }

    public SourceSpot? Spot { get; }

    /// <exception cref="ReleaseException">RT7001, RT7002 or RT7003: all that is wrong with any of them.</exception>
    public static ImmutableArray<ImageTagRule> ParseAll(IEnumerable<ImageTagSetting> settings) => Complaints.Gather(settings, Parse);

    public bool AppliesTo(ImageFacts facts) => _conditions is [] ? IsUsual(facts) : _conditions.Any(condition => condition.Holds(facts));

    private static ImageTagRule Parse(ImageTagSetting setting) => new(
        ImageTagTemplate.Parse(setting.Tag, setting.Spot),
        [.. setting.When.Select(condition => ImageTagCondition.Parse(condition, setting.WhenSpot ?? setting.Spot))],
        setting.Spot);

    /// <summary>
    /// Whether nobody is surprised by the tag in such a build. One that names the commit, in a version that is not public or by itself, never
    /// meets another image; any other moves on with each build, and only a finished release may move what people pull.
    /// </summary>
    private bool IsUsual(ImageFacts facts) => Template switch
    {
        var template when template.Has(ImagePlaceholder.Branch) => facts.Branch is not null,
        var template when template.Has(ImagePlaceholder.PullRequest) => facts.PullRequest is not null,
        var template when template.Has(ImagePlaceholder.Version) || template.Has(ImagePlaceholder.Commit) => true,
        var template when template.Has(ImagePlaceholder.Prerelease) => ImageTagCondition.Prerelease.Holds(facts),

        // Below 1.0 a minor may break, so a tag '0' would promise what nobody keeps.
        var template when template.Has(ImagePlaceholder.Major) && !template.Has(ImagePlaceholder.Minor) => facts is { IsStable: true, Numbers.Major: > 0 },
        _ => facts.IsStable,
    };
}
