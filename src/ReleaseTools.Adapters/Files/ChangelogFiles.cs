using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Files;

/// <summary>The files a changelog is written into, and those that say how.</summary>
/// <param name="repository">Where they lie.</param>
internal sealed class ChangelogFiles(GitRepository repository)
{
    // A bare repository has no files to be in, and can be told of all the same.
    private readonly Lazy<RepositoryPath> _paths = new(() => new(repository.Root));

    /// <summary>The headings that the file of another tool says; none where there is no such file.</summary>
    /// <exception cref="ReleaseException">RT2148, or RT300…: the file is not what its name says.</exception>
    public ImmutableArray<SectionRule> PeerSections(IChangelogRenderer renderer) =>
        renderer.Name == "github" && GitHubSections.Files.Select(Read).FirstOrDefault(file => file is not null) is { } release ? GitHubSections.Read(release, renderer.Rules)
        : renderer.Name == "conventional" && Read(VersionizeSections.File) is { } versionize ? VersionizeSections.Read(versionize)
        : [];

    /// <summary>Null where there is no such file.</summary>
    /// <param name="path">From the root.</param>
    /// <exception cref="ReleaseException">RT3001: it is no text. RT3012: it lies outside the repository.</exception>
    public SourceText? Read(string path)
    {
        var file = Path.Combine(repository.Root, path);
        return !repository.IsBare && File.Exists(file) && Missing(file) is null ? SourceText.Parse(path, File.ReadAllBytes(_paths.Value.Within(file))) : null;
    }

    /// <summary>Writes what differs. Every file is prepared before the first one changes.</summary>
    /// <exception cref="ReleaseException">RT3012, RT3015, RT3016 or RT4361: a file may not be written; then none is.</exception>
    public void Write(IEnumerable<WrittenFile> files)
    {
        if (repository.IsBare)
        {
            throw new ReleaseException(ChangelogFileDiagnostics.NoWorkingTree(repository.Root));
        }

        var prepared = new List<AtomicFile>();

        try
        {
            foreach (var file in files.Where(file => !file.Edit.IsUpToDate))
            {
                prepared.Add(AtomicFile.Prepare(Target(file.Path), file.Edit.Result.ToBytes()));
            }

            prepared.ForEach(file => file.Commit());
        }
        finally
        {
            prepared.ForEach(file => file.Dispose());
        }
    }

    private string Target(string path)
    {
        var file = Path.Combine(repository.Root, path);

        if (Missing(file) is { } missing)
        {
            file = missing;
        }
        else if (File.Exists(file))
        {
            return _paths.Value.Within(file);
        }

        var folder = Path.GetDirectoryName(file)!;
        var there = folder;

        while (!Directory.Exists(there))
        {
            there = Path.GetDirectoryName(there)!;
        }

        if (!_paths.Value.IsIn(there))
        {
            throw new ReleaseException(StampDiagnostics.OutsideRepository(path, repository.Root));
        }

        Directory.CreateDirectory(folder);
        return file;
    }

    /// <summary>What a link leads to that is not there yet; null where there is no such link. One that leads in a circle is there, and is refused later.</summary>
    private static string? Missing(string file) =>
        new FileInfo(file).LinkTarget is not null && !RepositoryPath.IsCircle(file) && new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is { Exists: false } target ? target.FullName : null;
}
