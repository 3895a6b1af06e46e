using NuGet.Versioning;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>What some commits do to the next version.</summary>
/// <param name="Version">The version a release with them would have; null where nothing calls for one.</param>
/// <param name="Bump">What they raise it by, together with what was there.</param>
/// <param name="Why">Which of them decide; null where none does.</param>
internal sealed record RangeEffect(SemanticVersion? Version, Bump Bump, string? Why)
{
    /// <param name="next">The next version with the commits.</param>
    /// <param name="range">Their names.</param>
    public static RangeEffect Of(NextVersion next, IReadOnlySet<CommitId> range)
    {
        var deciding = next.Bump == Bump.None ? [] : next.Commits.Where(call => call.Bump == next.Bump && range.Contains(call.Commit)).GroupBy(Noun).Select(group => Counted(group.Count(), group.Key)).ToArray();
        return new(next.Version, next.Bump, deciding is [] ? null : string.Join(" and ", deciding));
    }

    /// <summary><c>→ 1.4.0, minor, because of 2 features</c></summary>
    public override string ToString() => this switch
    {
        { Version: null } => "→ no release: nothing calls for one",
        { Why: { } why } => $"→ {Version.ToNormalizedString()}, {ChoiceName.Of(Bump)}, because of {why}",
        _ => $"→ {Version.ToNormalizedString()}, as without {(Bump == Bump.None ? "commits" : "these commits")}",
    };

    private static string Noun(CommitCall call) => call switch
    {
        { IsBreaking: true } => "breaking change",
        { Type: "feat" } => "feature",
        { Type: "fix" } => "fix",
        _ => "change",
    };

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}{(noun == "fix" ? "es" : "s")}";
}
