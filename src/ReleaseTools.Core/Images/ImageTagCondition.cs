using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Images;

/// <summary>A kind of build in which a tag is published.</summary>
/// <param name="Name">As it is written after <c>when</c>.</param>
/// <param name="Holds">Whether a build is of that kind.</param>
internal sealed record ImageTagCondition(string Name, Func<ImageFacts, bool> Holds)
{
    private const string NamedBranch = "branch:";

    public static ImageTagCondition Release { get; } = new("release", facts => facts.IsStable);

    public static ImageTagCondition Prerelease { get; } = new("prerelease", facts => facts is { IsPublic: true, Prerelease: not "" });

    public static ImageTagCondition Branch { get; } = new("branch", facts => facts.Branch is not null);

    public static ImageTagCondition DefaultBranch { get; } = new("default-branch", facts => facts is { IsDefaultBranch: true, Branch: not null });

    public static ImageTagCondition PullRequest { get; } = new("pull-request", facts => facts.PullRequest is not null);

    public static ImageTagCondition Always { get; } = new("always", _ => true);

    private static ImmutableArray<ImageTagCondition> All { get; } = [Release, Prerelease, Branch, DefaultBranch, PullRequest, Always];

    /// <exception cref="ReleaseException">RT7003: there is no such condition.</exception>
    public static ImageTagCondition Parse(string text, SourceSpot? spot) =>
        text.StartsWith(NamedBranch, StringComparison.Ordinal) && text[NamedBranch.Length..] is { Length: > 0 } branch ? new(text, facts => facts.Branch == branch)
        : All.FirstOrDefault(condition => condition.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new ReleaseException(ImageDiagnostics.UnknownCondition(spot, text, Spelling.Nearest(text, All.Select(condition => condition.Name))));
}
