using ReleaseTools.Git;
using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells which branch or tag is built, who says so, and whether that is for the public.</summary>
internal static class RefWords
{
    public static IEnumerable<(string Topic, string Text)> Of(VersionExplanation explanation) =>
    [
        .. explanation.Cut is { } cut ? [("clone", Clone(cut))] : Array.Empty<(string, string)>(),
        ("ref", Ref(explanation)),
        ("public", Public(explanation.Public, explanation)),
    ];

    private static string Clone(CutEvidence cut) =>
        $"shallow, cut off at {cut.Commit}{(cut.Distance is > 0 and var distance ? $", {CommitWords.Count(distance)} below that" : "")}: nothing that counts is missing";

    private static string Ref(VersionExplanation explanation)
    {
        var (building, head, ci) = (explanation.Building, explanation.Facts.Head, explanation.Facts.Ci);
        var name = building.Name.StartsWith("refs/", StringComparison.Ordinal) ? building.Name : "no branch: HEAD is detached";

        return building.Ci switch
        {
            CiStanding.Believed => $"{name}, as {ci!.Host} says for this commit",
            CiStanding.Disagrees => $"{name}, as git says; {ci!.Host} says '{ci.Ref}' at {new CommitId(ci.Commit!)}, but {head.Id} is checked out",
            CiStanding.Elsewhere => $"{name}, as git says; {ci!.Host} speaks of {new CommitId(ci.Commit!)}, which is another commit",
            CiStanding.Silent => $"{name}, as git says; {ci!.Host} does not say what it builds",
            _ => $"{name}, as git says; there is no CI",
        };
    }

    private static string Public(PublicEvidence evidence, VersionExplanation explanation) => evidence.Reason switch
    {
        PublicReason.UserSaysSo => $"{(evidence.IsPublic ? "yes" : "no")}: you say so",
        PublicReason.PullRequest => $"no: {explanation.Facts.Ci!.Host} builds a pull request",
        PublicReason.Released => $"yes: the release {explanation.Version.ReleaseTag} is on the commit",
        PublicReason.RefMatches => $"yes: the ref matches '{evidence.Match!.Expression}'",
        PublicReason.TagMatches => $"yes: the tag {evidence.Match!.Name} on the commit matches '{evidence.Match.Expression}'",
        PublicReason.NoExpression => "no: there is no publicReleaseRefSpec",
        _ => $"no: the ref matches none of {List(evidence.Expressions)}{Tags(evidence)}",
    };

    private static string Tags(PublicEvidence evidence) => evidence switch
    {
        { AsksTags: true, Tags: [] } => ", and no tag is on the commit",
        { AsksTags: true } => $", and neither does {List(evidence.Tags)} on the commit",
        { Tags: not [] } => $"; tags are not asked, as no expression begins with '^refs/tags/'",
        _ => "",
    };

    private static string List(IEnumerable<string> items) => string.Join(", ", items.Select(item => $"'{item}'"));
}
