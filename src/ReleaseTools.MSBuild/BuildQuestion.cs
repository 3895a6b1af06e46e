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
    private readonly bool? _publicRelease;
    private readonly CiWord? _ci = CiHosts.Listen(Environment.GetEnvironmentVariable);
    private readonly Lazy<VersionFolders> _folders;

    public BuildQuestion(WorkingTree tree, bool? publicRelease)
    {
        (_tree, _publicRelease) = (tree, publicRelease);
        _answers = tree.FindAnswers();
        _folders = new(FindFolders);
    }

    /// <summary>The folder whose version file a project follows.</summary>
    public string FolderOf(string project) => _folders.Value.Of(project);

    /// <param name="folder">As <see cref="FolderOf"/> has it.</param>
    public VersionAnswer FindVersion(string folder) => VersionAnswer.Parse(_answers.Answer(
        () => OfVersion(_folders.Value, folder),
        () =>
        {
            var version = FoundVersion.OfGit(folder, commit: null, _publicRelease, _ci);
            return (VersionAnswer.Of(version).ToLines(), version.Lasts && _folders.Value.HasAllOf(folder));
        }));

    /// <summary>Null where no build has asked before.</summary>
    public VersionAnswer? FindKnown(string project)
    {
        if (_answers.Find(OfFolders()) is not { } committed)
        {
            return null;
        }

        var folders = new VersionFolders(_tree.Root, committed);
        return _answers.Find(OfVersion(folders, folders.Of(project))) is { } lines ? VersionAnswer.Parse(lines) : null;
    }

    private string OfFolders() => $"folders {_tree.Stamp()}";

    private string OfVersion(VersionFolders folders, string folder) =>
        string.Join('\0', ["version", Build, _tree.Stamp(folders.FilesFor(folder)), folder, _publicRelease?.ToString() ?? "", _ci?.ToString() ?? ""]);

    private VersionFolders FindFolders() =>
        new(_tree.Root, _answers.Answer(OfFolders, () => VersionFolders.List(_tree.Root) is { } committed ? (committed, true) : ([], false)));
}
