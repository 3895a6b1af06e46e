using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Versioning;

namespace ReleaseTools.MSBuild;

/// <summary>The question for a project's version, with everything its answer depends on: what an earlier build was told is found again by it.</summary>
internal sealed class BuildQuestion
{
    /// <summary>What this very build of the task makes of a version.</summary>
    private static readonly string Build = typeof(BuildQuestion).Module.ModuleVersionId.ToString();

    private readonly WorkingTree _tree;
    private readonly AnswerCache _answers;
    private readonly string _folder;
    private readonly bool? _publicRelease;
    private readonly CiWord? _ci = CiHosts.Listen(Environment.GetEnvironmentVariable);

    public BuildQuestion(WorkingTree tree, string folder, bool? publicRelease)
    {
        (_tree, _folder, _publicRelease) = (tree, folder, publicRelease);
        _answers = tree.FindAnswers();
    }

    public string OfFolders() => $"folders {_tree.Stamp()}";

    /// <param name="folders">Where version files are.</param>
    /// <param name="folder">The one whose version file the project follows.</param>
    public string OfVersion(VersionFolders folders, string folder) =>
        string.Join('\0', ["version", Build, _tree.Stamp(folders.FilesFor(folder)), folder, $"{_publicRelease}", $"{_ci}"]);

    public VersionFolders FindFolders() =>
        new(_tree.Root, _answers.Answer(OfFolders, () => VersionFolders.List(_tree.Root) is { } committed ? (committed, true) : ([], false)));

    public VersionAnswer FindVersion(VersionFolders folders, string folder) => VersionAnswer.Parse(_answers.Answer(
        () => OfVersion(folders, folder),
        () =>
        {
            var version = FoundVersion.OfGit(folder, commit: null, _publicRelease, _ci);
            return (VersionAnswer.Of(version).ToLines(), version.Lasts && folders.HasAllOf(folder));
        }));

    /// <summary>Null where no build has asked before.</summary>
    public VersionAnswer? FindKnown()
    {
        if (_answers.Find(OfFolders()) is not { } committed)
        {
            return null;
        }

        var folders = new VersionFolders(_tree.Root, committed);
        return _answers.Find(OfVersion(folders, folders.Of(_folder))) is { } lines ? VersionAnswer.Parse(lines) : null;
    }
}
