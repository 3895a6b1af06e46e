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

    /// <summary>Whether this is about a folder below <see cref="Root"/>, which may as well be a stranger's that lies there.</summary>
    public abstract bool Holds(string folder);

    /// <summary>What was handed over nearest to a folder and is about it, not beyond the repository it is in; null where nothing was.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="read">As <see cref="ReadIn"/>.</param>
    /// <exception cref="ReleaseException">RT1060, RT1061 or RT1070: it cannot be read. RT1074: there are two, of two commits.</exception>
    public static HandedVersion? Find(string folder, Func<string, HandedVersion?> read) => Search(folder, read).Found;

    /// <summary>What was handed over in a folder, whose own files are the only ones that are looked at; null where nothing was.</summary>
    public static HandedVersion? ReadIn(string folder) => (LockedVersion.In(folder), ArchivedVersion.In(folder)) switch
    {
        ({ } locked, { } archived) when locked.Commit != archived.Commit => throw new ReleaseException(HandoverDiagnostics.TwoCommits(locked.File, locked.Commit, archived.Commit)),
        var (locked, archived) => locked ?? (HandedVersion?)archived,
    };

    /// <summary>The files that <see cref="ReadIn"/> reads.</summary>
    public static IEnumerable<FileInfo> FilesIn(string folder) => PlacesIn(folder).Select(place => new FileInfo(place)).Where(file => file.Exists);

    /// <summary>Where they are, if they are there.</summary>
    public static IEnumerable<string> PlacesIn(string folder) => [Path.Combine(folder, VersionLock.Place), Path.Combine(folder, ArchiveNote.Place)];

    private static (HandedVersion? Found, HandedVersion? PassedBy) Search(string folder, Func<string, HandedVersion?> read)
    {
        HandedVersion? passedBy = null;

        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var found = read(current.FullName);

            if (found?.Holds(folder) == true)
            {
                return (found, null);
            }

            passedBy ??= found;

            if (Path.Exists(Path.Combine(current.FullName, ".git")))
            {
                break;
            }
        }

        return (null, passedBy);
    }

    /// <summary>What may stand in for git where git cannot be asked; null where nothing was handed over.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="why">What keeps git away.</param>
    /// <param name="read">As <see cref="ReadIn"/>.</param>
    /// <exception cref="ReleaseException">RT1064: a .git is there, and does not say the same. RT1075: what was handed over is not about the folder.</exception>
    public static HandedVersion? FindInsteadOfGit(string folder, Diagnostic why, Func<string, HandedVersion?> read)
    {
        var (found, passedBy) = Search(folder, read);

        if (found is null && passedBy is not null)
        {
            throw new ReleaseException([why, HandoverDiagnostics.OtherFolders(passedBy.File, passedBy.NameOf(folder))]);
        }

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
            return Find(folder, ReadIn) is { } found && found.Commit.Hash != head ? [HandoverDiagnostics.Stale(found.File, found.Commit, new CommitId(head))] : [];
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
