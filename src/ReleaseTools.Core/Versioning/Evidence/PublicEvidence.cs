using System.Collections.Immutable;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>Why a build is for the public, or is not.</summary>
/// <param name="IsPublic">Whether it is.</param>
/// <param name="Reason">What decided.</param>
/// <param name="Match">The expression that matches, and what it matches, or null.</param>
/// <param name="Expressions">All of publicReleaseRefSpec.</param>
/// <param name="Tags">Full names of the tags on the commit.</param>
internal sealed record PublicEvidence(bool IsPublic, PublicReason Reason, PublicMatch? Match, ImmutableArray<string> Expressions, ImmutableArray<string> Tags)
{
    /// <summary>Whether the tags were asked as well.</summary>
    public bool AsksTags => PublicRelease.SpeaksOfTags(Expressions);

    public static PublicEvidence From(VersionFacts facts, BuildingRef building, VersionSnapshot version)
    {
        var expressions = version.Options.PublicReleaseRefSpec;
        var match = facts.PublicRelease is null && !building.IsPullRequest && !version.IsReleased ? PublicRelease.Find(expressions, building.Name, facts.Head.Tags) : null;
        var reason = facts.PublicRelease is not null ? PublicReason.UserSaysSo
            : building.IsPullRequest ? PublicReason.PullRequest
            : version.IsReleased ? PublicReason.Released
            : match is not null ? match.Name == building.Name ? PublicReason.RefMatches : PublicReason.TagMatches
            : expressions is [] ? PublicReason.NoExpression
            : PublicReason.NothingMatches;

        return new(version.PublicRelease, reason, match, expressions, facts.Head.Tags);
    }
}
