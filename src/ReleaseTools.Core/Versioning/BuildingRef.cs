using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// Which ref is being built. CI checks out a commit and says in its environment which ref it stands for; that word counts where the
/// commit is the one git has checked out. A job that checked out something else, or runs in a submodule, is told the truth by git alone; but
/// whatever it checked out, a proposal's job releases nothing.
/// </summary>
/// <param name="Name">The ref's full name, or the commit's hash where it has none.</param>
/// <param name="IsPullRequest">Whether it is a proposal, which is never released.</param>
/// <param name="Ci">What became of CI's word.</param>
/// <param name="Remark">What the user should know about the choice, or null.</param>
internal sealed record BuildingRef(string Name, bool IsPullRequest, CiStanding Ci, Diagnostic? Remark)
{
    public static BuildingRef Decide(HeadFacts head, CiWord? ci) => ci switch
    {
        { Ref: { } reference, Commit: { } commit } when commit.Equals(head.Id.Hash, StringComparison.OrdinalIgnoreCase) => new(reference, ci.IsPullRequest, CiStanding.Believed, null),
        { Ref: { } reference, Commit: { } commit } when head.IsCheckedOut => new(head.Ref, ci.IsPullRequest, CiStanding.Disagrees, VersionDiagnostics.CiDisagrees(ci.Host, reference, commit, head.Id)),
        { Ref: not null, Commit: not null } => new(head.Ref, IsPullRequest: false, CiStanding.Elsewhere, null),
        _ => new(head.Ref, head.IsCheckedOut && ci is { IsPullRequest: true }, ci is null ? CiStanding.None : CiStanding.Silent, null),
    };
}
