using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Handover;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Handover;

/// <summary>A version that came with the files instead of from git. There are two ways: a packed lock, and what git wrote into a source archive.</summary>
/// <param name="File">Absolute.</param>
/// <param name="Root">The folder that was handed over, absolute.</param>
/// <param name="Commit">What was handed over.</param>
/// <param name="CommitDate">When it was committed.</param>
/// <param name="Source">The https address of the repository; empty where it is not known.</param>
internal abstract record HandedVersion(string File, string Root, CommitId Commit, DateTimeOffset CommitDate, string Source)
{
    /// <summary>The version of a folder.</summary>
    /// <param name="folder">Absolute, in or below <see cref="Root"/>.</param>
    /// <param name="publicRelease">The user's word on it, or null.</param>
    /// <exception cref="ReleaseException">None follows.</exception>
    public abstract VersionForms Forms(string folder, bool? publicRelease);

    /// <summary>What was handed over nearest to a folder, not beyond the repository it is in; null where nothing was.</summary>
    /// <exception cref="ReleaseException">RT1060, RT1061 or RT1070: it cannot be read. RT1074: there are two, of two commits.</exception>
    public static HandedVersion? Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (In(current.FullName) is { } found)
            {
                return found;
            }

            if (Path.Exists(Path.Combine(current.FullName, ".git")))
            {
                return null;
            }
        }

        return null;
    }

    private static HandedVersion? In(string folder) => (LockedVersion.In(folder), ArchivedVersion.In(folder)) switch
    {
        ({ } locked, { } archived) when locked.Commit != archived.Commit => throw new ReleaseException(HandoverDiagnostics.TwoCommits(locked.File, locked.Commit, archived.Commit)),
        var (locked, archived) => locked ?? (HandedVersion?)archived,
    };

    /// <summary>What may stand in for git where git cannot be asked; null where nothing was handed over.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="why">What keeps git away.</param>
    /// <exception cref="ReleaseException">RT1064: a .git is there, and does not say the same.</exception>
    public static HandedVersion? FindInsteadOfGit(string folder, Diagnostic why)
    {
        var found = Find(folder);

        if (found is null || WorkingTree.Find(folder) is not { } tree)
        {
            return found;
        }

        var head = tree.ReadHead();
        return head == found.Commit ? found : throw new ReleaseException(HandoverDiagnostics.Unproven(found.File, found.Commit, head, why.Message));
    }

    /// <summary>What there is to say where git has answered: that a version handed over is of another commit, or cannot be read.</summary>
    public static IReadOnlyList<Diagnostic> Remarks(string folder, string head)
    {
        try
        {
            return Find(folder) is { } found && found.Commit.Hash != head ? [HandoverDiagnostics.Stale(found.File, found.Commit, new CommitId(head))] : [];
        }
        catch (ReleaseException unreadable)
        {
            return [.. unreadable.Diagnostics.Select(diagnostic => diagnostic with { Severity = Severity.Warning })];
        }
    }

    /// <summary>A folder's name from <see cref="Root"/>, as git spells it; the root's is empty.</summary>
    protected string NameOf(string folder) =>
        Path.GetRelativePath(Root, folder) is not "." and var relative ? relative.Replace(Path.DirectorySeparatorChar, '/') : "";

    protected static SourceText? ReadText(string path) =>
        System.IO.File.Exists(path) ? SourceText.Parse(path, System.IO.File.ReadAllBytes(path)) : null;
}
