using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Handover;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Handover;

/// <summary>The version of a folder: git's, or where git cannot be asked the one that was handed over.</summary>
/// <param name="Forms">What the version is.</param>
/// <param name="Source">The https address of the repository; empty where it has none.</param>
/// <param name="Remarks">What the user should know about how it came about.</param>
/// <param name="File">The file it was handed over in; null where it is git's.</param>
internal sealed record FoundVersion(VersionForms Forms, Lazy<string> Source, ImmutableArray<Diagnostic> Remarks, string? File = null)
{
    /// <summary>Whether it follows from the commit, references, settings and files alone: how short a commit can be written follows from all others, too.</summary>
    public bool Lasts { get; init; } = true;

    /// <summary>Git's, or where git cannot be asked the one that was handed over.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="commit">What to look at, which takes git; null for what is checked out or was handed over.</param>
    /// <param name="publicRelease">The user's word on it, or null.</param>
    /// <param name="ci">What CI says, or null.</param>
    public static FoundVersion Read(string folder, string? commit = null, bool? publicRelease = null, CiWord? ci = null)
    {
        try
        {
            return OfGit(folder, commit, publicRelease, ci);
        }
        catch (ReleaseException stop) when (commit is null && stop.Diagnostics.All(HandoverDiagnostics.KeepsGitAway))
        {
            if (InsteadOfGit(folder, publicRelease, stop.Diagnostics[0], HandedVersion.ReadIn) is { } handed)
            {
                return handed;
            }

            throw;
        }
    }

    public static FoundVersion OfGit(string folder, string? commit = null, bool? publicRelease = null, CiWord? ci = null)
    {
        var repository = commit is null ? GitRepository.OpenCheckedOut(folder) : GitRepository.Open(folder);
        var version = VersionReader.Read(repository, commit, publicRelease, ci);
        var forms = VersionForms.Of(version);
        return new(forms, new(() => SourceOf(repository)), [.. version.Remarks, .. forms.Remarks, .. commit is null ? HandedVersion.Remarks(folder, version.GitCommitId) : []])
        {
            Lasts = version.Options.GitCommitIdShortAutoMinimum == 0,
        };
    }

    /// <summary>Null where nothing was handed over.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="publicRelease">The user's word on it, or null.</param>
    /// <param name="why">What keeps git away.</param>
    /// <param name="read">As <see cref="HandedVersion.ReadIn"/>.</param>
    public static FoundVersion? InsteadOfGit(string folder, bool? publicRelease, Diagnostic why, Func<string, HandedVersion?> read) =>
        HandedVersion.FindInsteadOfGit(folder, why, read) is { } handed ? new(handed.Forms(folder, publicRelease), new(() => handed.Source), [], handed.File) : null;

    public static string SourceOf(GitRepository repository) => RemoteUrl.ToHttps(repository.FindRemote("origin") ?? "");
}
