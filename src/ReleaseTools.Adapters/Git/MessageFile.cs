using System.Text;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>The file in which git hands a message to a commit-msg hook.</summary>
internal static class MessageFile
{
    private static readonly ILookup<string, string> Unset = Array.Empty<string>().ToLookup(name => name);

    /// <param name="path">As git named it.</param>
    /// <param name="folder">Where it counts from: the folder the hook runs in.</param>
    /// <exception cref="ReleaseException">RT4022: there is no such file.</exception>
    public static CommitText Read(string path, string folder)
    {
        var file = Path.GetFullPath(path, folder);

        if (!File.Exists(file))
        {
            throw new ReleaseException(CommitDiagnostics.NoMessageFile(path));
        }

        // A byte order mark stays in: git would record it.
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
        return CommitText.From(Path.GetFileName(file), text, Cleanup(text, folder));
    }

    /// <summary>One question to git, and none where nobody changed how it cleans up. It tells a hook by <c>GIT_EDITOR=:</c> that no editor was opened.</summary>
    private static MessageCleanup Cleanup(string text, string folder)
    {
        var settings = WorkingTree.Find(folder)?.SetsNone("commentchar", "commentstring", "cleanup") == true ? Unset : Asked(folder);

        return MessageCleanup.For(
            settings["commit.cleanup"].LastOrDefault(),
            settings["core.commentstring"].LastOrDefault() ?? settings["core.commentchar"].LastOrDefault(),
            isEdited: Environment.GetEnvironmentVariable("GIT_EDITOR") != ":",
            text);
    }

    private static ILookup<string, string> Asked(string folder) =>
        new GitProcess(folder).Ask("config", "-z", "--get-regexp", @"^(core\.comment(char|string)|commit\.cleanup)$").Output
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('\n', 2))
            .ToLookup(setting => setting[0], setting => setting is [_, var value] ? value : "");
}
