using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Changelog;

/// <summary>The headings of a changelog as somebody lists them.</summary>
internal static class SectionRules
{
    /// <exception cref="ReleaseException">RT2142 or RT2143: a section has no type, or no title.</exception>
    public static ImmutableArray<SectionRule> Parse(ImmutableArray<SectionSetting> sections) => Joined(Complaints.Gather(sections, section => section switch
    {
        { Types: [] } => throw new ReleaseException(ChangelogSettingDiagnostics.SectionWithoutType(section.Spot)),
        { IsHidden: false, Title: null or "" } => throw new ReleaseException(ChangelogSettingDiagnostics.SectionWithoutTitle(section.Spot)),
        _ => new SectionRule(section.Title ?? "", [.. section.Types.Select(type => type.ToLowerInvariant())]) { IsHidden = section.IsHidden },
    }));

    /// <summary>Sections of one title are one, in the place of the first.</summary>
    public static ImmutableArray<SectionRule> Joined(IEnumerable<SectionRule> rules) =>
    [
        .. rules.GroupBy(rule => (rule.IsHidden, rule.Title))
            .Select(group => new SectionRule(group.Key.Title, [.. group.SelectMany(rule => rule.Types).Distinct()])
            {
                IsHidden = group.Key.IsHidden,
                PullRequests = [.. group.SelectMany(rule => rule.PullRequests)],
                ExceptTypes = [.. group.SelectMany(rule => rule.ExceptTypes).Distinct()],
            }),
    ];
}
