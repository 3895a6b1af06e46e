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
internal sealed record FoundVersion(VersionForms Forms, Lazy<string> Source, ImmutableArray<Diagnostic> Remarks)
{
    /// <param name="folder">Absolute.</param>
    /// <param name="commit">What to look at, which takes git; null for what is checked out or was handed over.</param>
    /// <param name="publicRelease">The user's word on it, or null.</param>
    /// <param name="ci">What CI says, or null.</param>
    public static FoundVersion Read(string folder, string? commit = null, bool? publicRelease = null, CiWord? ci = null)
    {
        try
        {
            var repository = GitRepository.Open(folder);
            var version = VersionReader.Read(repository, commit, publicRelease, ci);
            return new(VersionForms.Of(version), new(() => SourceOf(repository)), [.. version.Remarks, .. commit is null ? HandedVersion.Remarks(folder, version.GitCommitId) : []]);
        }
        catch (ReleaseException stop) when (commit is null && stop.Diagnostics.All(HandoverDiagnostics.KeepsGitAway))
        {
            if (InsteadOfGit(folder, publicRelease, stop.Diagnostics[0]) is { } handed)
            {
                return handed;
            }

            throw;
        }
    }

    /// <summary>Null where nothing was handed over.</summary>
    public static FoundVersion? InsteadOfGit(string folder, bool? publicRelease, Diagnostic why) =>
        HandedVersion.FindInsteadOfGit(folder, why) is { } handed ? new(handed.Forms(folder, publicRelease), new(() => handed.Source), []) : null;

    public static string SourceOf(GitRepository repository) => RemoteUrl.ToHttps(repository.FindRemote("origin") ?? "");
}
