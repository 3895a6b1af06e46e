using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Handover;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Handover;

/// <summary>Packs the versions of a repository's folders, all of the commit that is checked out. What is not committed is left out.</summary>
/// <param name="repository">Opened at the folder to pack.</param>
/// <param name="publicRelease">The user's word on it, or null.</param>
/// <param name="ci">What CI says, or null.</param>
internal sealed class VersionPacker(GitRepository repository, bool? publicRelease, CiWord? ci)
{
    private const string Submodule = "commit";

    private readonly HashSet<Diagnostic> _remarks = [];

    /// <param name="tool">The version of this tool.</param>
    /// <param name="remarks">What the user should know about it.</param>
    /// <exception cref="ReleaseException">No folder has a version, or git does not play along.</exception>
    public VersionLock Pack(string tool, out ImmutableArray<Diagnostic> remarks)
    {
        var head = repository.ReadHead();
        var entries = EntriesOf(head.Id).ToArray();
        var versions = ImmutableSortedDictionary.CreateBuilder<string, VersionForms?>(StringComparer.Ordinal);

        foreach (var (folder, isSubmodule) in VersionedIn(entries))
        {
            versions[folder] = isSubmodule ? null : Read(folder);
        }

        remarks = [.. _remarks];

        return versions.Values.Any(forms => forms is not null)
            ? new VersionLock
            {
                Tool = tool,
                Commit = head.Id,
                CommitDate = head.CommitDate,
                Source = FoundVersion.SourceOf(repository),
                Folders = FoldersIn(entries),
                Versions = versions.ToImmutable(),
            }
            : throw new ReleaseException([.. _remarks.Select(remark => remark with { Severity = Severity.Error })]);
    }

    /// <summary>All files and submodules in the packed folder.</summary>
    private IEnumerable<(string Path, bool IsSubmodule)> EntriesOf(CommitId commit) => repository.Git
        .Records("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit.Hash)
        .Select(entry => entry.Split('\t', 2))
        .Select(entry => (Path: entry[1], IsSubmodule: entry[0].Split(' ')[1] == Submodule))
        .Where(entry => entry.Path.StartsWith(repository.Prefix, StringComparison.Ordinal))
        .Select(entry => (entry.Path[repository.Prefix.Length..], entry.IsSubmodule));

    private static ImmutableSortedSet<string> FoldersIn(IEnumerable<(string Path, bool IsSubmodule)> entries) => entries
        .Select(FolderOf)
        .Distinct()
        .SelectMany(VersionFilePlaces.Upwards)
        .Where(folder => folder.Length > 0)
        .ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The packed folder itself, and below it those with a version file or a repository of their own.</summary>
    private static IEnumerable<(string Folder, bool IsSubmodule)> VersionedIn(IEnumerable<(string Path, bool IsSubmodule)> entries) => entries
        .Where(entry => entry.IsSubmodule || VersionFilePlaces.Names.Contains(Path.GetFileName(entry.Path)))
        .Select(entry => (FolderOf(entry), entry.IsSubmodule))
        .Append(("", false))
        .Distinct();

    private static string FolderOf((string Path, bool IsSubmodule) entry) =>
        entry.IsSubmodule ? entry.Path : entry.Path[..Math.Max(0, entry.Path.LastIndexOf('/'))];

    /// <summary>Null, with the reason among the remarks, where the folder's version files give none: builds there are refused, as with git.</summary>
    private VersionForms? Read(string folder)
    {
        try
        {
            var facts = VersionReader.Observe(repository, (repository.Prefix + folder).TrimEnd('/'), commit: null, publicRelease, ci);
            var edited = Edited(facts.WorkingFiles, facts.CommittedFiles).ToArray();
            _remarks.UnionWith(edited.Select(HandoverDiagnostics.NotCommitted));
            var version = VersionCalculator.Compute(edited is [] ? facts : VersionReader.Answered(repository, facts with { WorkingFiles = facts.CommittedFiles }));
            var forms = VersionForms.Of(version);
            _remarks.UnionWith([.. version.Remarks, .. forms.Remarks]);
            return forms;
        }
        catch (ReleaseException stop) when (stop.Exit == ExitCode.Usage)
        {
            _remarks.UnionWith(stop.Diagnostics.Select(diagnostic => diagnostic with { Severity = Severity.Warning }));
            return null;
        }
    }

    private static IEnumerable<string> Edited(VersionFileSet working, VersionFileSet committed)
    {
        var before = committed.Files.Select(Normal).ToHashSet();
        var now = working.Files.Select(Normal).ToHashSet();
        before.SymmetricExceptWith(now);
        return before.Select(file => file.Path).Distinct();
    }

    /// <summary>git may convert line ends on their way to the disk.</summary>
    private static VersionFileText Normal(VersionFileText file) => file with { Text = file.Text.ReplaceLineEndings("\n") };
}
