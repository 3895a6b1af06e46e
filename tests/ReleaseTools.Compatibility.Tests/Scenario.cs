using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>
/// A history told step by step in the file <c>history.txt</c>, played with real git. One step a line, <c>#</c> begins a comment:
/// <code>
/// commit [PATH=TEXT …] [MESSAGE]            everything there is, with these files
/// branch NAME                               makes a branch here and switches to it
/// switch NAME                               to a branch; to a bare commit where the name is none, as in HEAD~1
/// merge NAME [NAME …] [PATH=TEXT …]         with a commit of its own; the files settle what git cannot
/// tag NAME [annotated]                      on what is checked out
/// write PATH &lt;&lt;                             the lines that follow, up to one that is '&gt;&gt;'; not committed
/// remove PATH                               not committed
/// depth N                                   goes on in a shallow clone
/// project PATH                              the folder whose version is asked for; without it the root
/// </code>
/// </summary>
internal sealed class Scenario : IDisposable
{
    private const string EndOfText = ">>";

    private readonly TempFolder _folder = new();
    private int _commits;

    private Scenario() => Repository = new(_folder, "origin");

    /// <summary>Where the history ended.</summary>
    public TempRepository Repository { get; private set; }

    /// <summary>The folder whose version is asked for.</summary>
    public string Project { get; private set; } = "";

    public static Scenario Play(string history)
    {
        var scenario = new Scenario();
        var lines = new Queue<string>(history.ReplaceLineEndings("\n").Split('\n'));

        while (lines.TryDequeue(out var line))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

            if (words is not ([] or [['#', ..], ..]))
            {
                scenario.Do(words, lines);
            }
        }

        return scenario;
    }

    public string Folder => Path.Combine(Repository.Path, Project);

    public void Dispose() => _folder.Dispose();

    private void Do(string[] step, Queue<string> lines)
    {
        switch (step)
        {
            case ["commit", .. var words]:
                Commit(words);
                break;
            case ["branch", var name]:
                Repository.Git("switch", "--quiet", "--create", name);
                break;
            case ["switch", var name]:
                Switch(name);
                break;
            case ["merge", .. var words]:
                Merge(words);
                break;
            case ["tag", var name]:
                Repository.Git("tag", name);
                break;
            case ["tag", var name, "annotated"]:
                Repository.Git("tag", "--annotate", "--message", name, name);
                break;
            case ["write", var path, "<<"]:
                Repository.Write(path, string.Concat(TakeText(lines).Select(line => line + "\n")));
                break;
            case ["remove", var path]:
                File.Delete(Path.Combine(Repository.Path, path));
                break;
            case ["depth", var depth]:
                Clone(depth);
                break;
            case ["project", var path]:
                Project = path;
                Directory.CreateDirectory(Folder);
                break;
            default:
                throw new FormatException($"'{string.Join(' ', step)}' is no step of a history.");
        }
    }

    private void Commit(string[] words)
    {
        var files = words.TakeWhile(IsFile).ToArray();
        Write(files);
        _commits++;
        Repository.Commit(words.Length > files.Length ? string.Join(' ', words[files.Length..]) : string.Create(CultureInfo.InvariantCulture, $"feat: change {_commits}"));
    }

    private void Switch(string name)
    {
        var isBranch = Repository.TryGit("show-ref", "--verify", "--quiet", $"refs/heads/{name}").ExitCode == 0;
        Repository.Git(isBranch ? ["switch", "--quiet", name] : ["switch", "--quiet", "--detach", name]);
    }

    private void Merge(string[] words)
    {
        var (names, files) = (words.TakeWhile(word => !IsFile(word)).ToArray(), words.SkipWhile(word => !IsFile(word)).ToArray());
        var merge = Repository.TryGit(["merge", "--quiet", "--no-ff", "--no-commit", .. names]);

        if (files is [])
        {
            merge.Expect();
        }

        Write(files);
        Repository.Commit($"Merge {string.Join(", ", names)}");
    }

    private void Clone(string depth)
    {
        var clone = _folder.At("clone");
        Repository.Git("clone", "--quiet", "--depth", depth, $"file://{Repository.Path}", clone);
        Repository = new(_folder, "clone");
    }

    private void Write(string[] files)
    {
        foreach (var file in files)
        {
            var parts = file.Split('=', 2);
            Repository.Write(parts[0], parts[1]);
        }
    }

    private static bool IsFile(string word) => word.Contains('=', StringComparison.Ordinal);

    private static IEnumerable<string> TakeText(Queue<string> lines)
    {
        while (lines.Dequeue() is var line && line != EndOfText)
        {
            yield return line;
        }
    }
}
