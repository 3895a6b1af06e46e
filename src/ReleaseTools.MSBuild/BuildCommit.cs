using System.Globalization;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Handover;

namespace ReleaseTools.MSBuild;

/// <summary>What an artefact says of where it comes from: the commit, and the address of the repository.</summary>
/// <param name="Hash">The commit's full hash.</param>
/// <param name="Date">When it was committed.</param>
/// <param name="Source">The https address of the remote <c>origin</c>; empty without one.</param>
internal sealed record BuildCommit(string Hash, DateTimeOffset Date, string Source)
{
    public static BuildCommit Read(GitRepository repository)
    {
        var head = repository.ReadHead();
        return new(head.Id.Hash, head.CommitDate, FoundVersion.SourceOf(repository));
    }

    public static BuildCommit Of(HandedVersion handed) => new(handed.Commit.Hash, handed.CommitDate, handed.Source);

    public static BuildCommit Parse(string[] lines) => new(lines[0], DateTimeOffset.Parse(lines[1], CultureInfo.InvariantCulture), lines[2]);

    public string[] ToLines() => [Hash, Date.ToString("O", CultureInfo.InvariantCulture), Source];
}
