using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Changelog;

/// <summary>The headings of a changelog as somebody lists them.</summary>
internal static class SectionRules
{
    /// <exception cref="ReleaseException">RT2142, RT2143, RT4307 or RT4308: a section has no type or no title, or a type is none, or stands in another section.</exception>
    public static ImmutableArray<SectionRule> Parse(ImmutableArray<SectionSetting> sections)
    {
        var types = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

        return Joined(Complaints.Gather(sections, section => section switch
        {
            { Types: [] } => throw new ReleaseException(ChangelogSettingDiagnostics.SectionWithoutType(section.Spot)),
            { IsHidden: false, Title: null or "" } => throw new ReleaseException(ChangelogSettingDiagnostics.SectionWithoutTitle(section.Spot)),
            _ => new SectionRule(section.Title ?? "", [.. section.Types.Select(type => Type(section, type))]) { IsHidden = section.IsHidden },
        }));

        string Type(SectionSetting section, string type) => type.Length == 0 || type.Any(char.IsWhiteSpace) ? throw new ReleaseException(ChangelogDiagnostics.TypeWithBlank(section.Spot, type))
            : types.TryAdd(type, section.Title) || types[type] == section.Title ? type.ToLowerInvariant()
            : throw new ReleaseException(ChangelogDiagnostics.TypeOfTwoSections(section.Spot, type));
    }

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
