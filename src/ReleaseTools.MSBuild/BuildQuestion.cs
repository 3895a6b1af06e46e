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

    /// <summary>In place of all else that a question depends on: whatever is checked out, and whatever was said of it.</summary>
    private const string Last = "last";

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
    public VersionAnswer FindVersion(string folder)
    {
        var lines = _answers.Answer(
            () => OfVersion(folder, _tree.Stamp(_folders.Value.FilesFor(folder))),
            () =>
            {
                var version = FoundVersion.OfGit(folder, commit: null, _publicRelease, _ci);
                return (VersionAnswer.Of(version).ToLines(), version.Lasts && _folders.Value.HasAllOf(folder));
            });

        _answers.KeepLast(OfLast(folder), lines);
        return VersionAnswer.Parse(lines);
    }

    /// <summary>The version of the last build, whatever has changed since; null where there was none.</summary>
    public VersionAnswer? FindLast(string project)
    {
        var folders = new VersionFolders(_tree.Root, _answers.Find(OfFolders(Last)) ?? []);
        return _answers.Find(OfLast(folders.Of(project))) is { } lines ? VersionAnswer.Parse(lines) : null;
    }

    private static string OfLast(string folder) => string.Join('\0', [Last, Build, folder]);

    private static string OfFolders(string stamp) => $"folders {stamp}";

    private string OfVersion(string folder, string stamp) =>
        string.Join('\0', ["version", Build, stamp, folder, _publicRelease?.ToString() ?? "", _ci?.ToString() ?? ""]);

    private VersionFolders FindFolders()
    {
        var committed = _answers.Answer(() => OfFolders(_tree.Stamp()), () => VersionFolders.List(_tree.Root) is { } found ? (found, true) : ([], false));
        _answers.KeepLast(OfFolders(Last), committed);
        return new(_tree.Root, committed);
    }
}
