using System.Globalization;
using System.Text;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>
/// One folder per behaviour of what is printed and written: <c>history.txt</c> holds the commits, the oldest first, with a line of
/// equals signs between them and, if wanted, <c>tag:</c> and <c>author:</c> before a message; <c>command.txt</c> the arguments;
/// <c>github.json</c>, if wanted, what GitHub knows, with commits by the beginning of their names; <c>before</c> the files that lie there, <c>after</c> what has become of them; <c>expected.txt</c> what is said.
/// </summary>
[TestClass]
public sealed class ChangelogTextScenarioTests
{
    private static string Folder => Path.Combine(SourceTree.Root, "tests", "ReleaseTools.EndToEnd.Tests", "Scenarios", "changelog-text");

    public static IEnumerable<object[]> Cases => Directory.GetDirectories(Folder).Order(StringComparer.Ordinal).Select(folder => new object[] { Path.GetFileName(folder) });

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void The_changelog_reads_as_expected(string name)
    {
        var scenario = Path.Combine(Folder, name);
        using var repository = Repository(scenario);
        var world = Path.Combine(scenario, "github.json");
        using var github = File.Exists(world) ? new FakeGitHub(File.ReadAllText(world)) : null;
        var before = Files(repository.Path);
        var arguments = File.ReadAllLines(Path.Combine(scenario, "command.txt"));

        var run = ReleaseCommand.RunInCi(repository.Path, github?.Variables ?? [], ["changelog", .. arguments]);
        var said = $"{run.Output}{(run.Error.Length > 0 ? $"[stderr]\n{run.Error}" : "")}[exit {run.ExitCode}]\n";
        var after = Files(repository.Path).Where(file => !before.TryGetValue(file.Key, out var old) || !old.AsSpan().SequenceEqual(file.Value)).ToDictionary();

        if (IsUpdate)
        {
            Update(scenario, said, after);
        }

        Assert.AreEqual(File.ReadAllText(Path.Combine(scenario, "expected.txt")), said);
        var expected = Directory.Exists(Path.Combine(scenario, "after")) ? Files(Path.Combine(scenario, "after")) : [];
        CollectionAssert.AreEquivalent(expected.Keys.ToArray(), after.Keys.ToArray(), "files that changed");

        foreach (var (path, content) in expected)
        {
            Assert.AreEqual(Encoding.UTF8.GetString(content), Encoding.UTF8.GetString(after[path]), path);
        }

        AssertIsTheSameAgain(repository, arguments, after, github?.Variables ?? []);
    }

    /// <summary>Whatever is written, writing it again changes nothing, and a check agrees.</summary>
    private static void AssertIsTheSameAgain(TempRepository repository, string[] arguments, Dictionary<string, byte[]> after, Dictionary<string, string> variables)
    {
        if (after.Count > 0)
        {
            ReleaseCommand.RunInCi(repository.Path, variables, ["changelog", .. arguments]).Expect();
            ReleaseCommand.RunInCi(repository.Path, variables, ["changelog", .. arguments, "--check"]).Expect();
            Assert.IsTrue(after.All(file => File.ReadAllBytes(Path.Combine(repository.Path, file.Key)).AsSpan().SequenceEqual(file.Value)), "written twice");
        }
    }

    [TestMethod]
    [DataRow("write-keepachangelog")]
    [DataRow("write-crlf-and-mark")]
    [DataRow("write-versionize")]
    [DataRow("write-new-keepachangelog")]
    [DataRow("write-again-keeps-what-is-by-hand")]
    [DataRow("write-the-whole-history-into-a-file")]
    public void The_difference_applied_as_a_patch_is_what_is_written(string name)
    {
        var scenario = Path.Combine(Folder, name);
        using var repository = Repository(scenario);
        var arguments = File.ReadAllLines(Path.Combine(scenario, "command.txt"));

        File.WriteAllText(Path.Combine(repository.Path, ".git", "patch"), ReleaseCommand.Run(repository.Path, ["changelog", .. arguments, "--diff"]).Expect().Output);
        repository.Git("apply", "--whitespace=nowarn", ".git/patch");

        Assert.AreEqual(File.ReadAllText(Path.Combine(scenario, "after", "CHANGELOG.md")), File.ReadAllText(Path.Combine(repository.Path, "CHANGELOG.md")));
        ReleaseCommand.Run(repository.Path, ["changelog", .. arguments, "--check"]).Expect();
    }

    [TestMethod]
    [DataRow("conventional")]
    [DataRow("keepachangelog")]
    public void The_documentation_shows_what_the_tool_prints(string name)
    {
        var printed = File.ReadAllText(Path.Combine(Folder, name, "expected.txt")).Split("[stderr]")[0];

        StringAssert.Contains(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "changelog.md")), $"```markdown\n{printed}```\n");
    }

    private static TempRepository Repository(string scenario)
    {
        var repository = new TempRepository();
        repository.Import(input => Write(input, File.ReadAllText(Path.Combine(scenario, "history.txt")).ReplaceLineEndings("\n").Split("\n====\n")));

        if (File.Exists(Path.Combine(scenario, "remote.txt")))
        {
            repository.Git("remote", "add", "origin", File.ReadAllText(Path.Combine(scenario, "remote.txt")).Trim());
        }

        if (Directory.Exists(Path.Combine(scenario, "before")))
        {
            foreach (var (path, content) in Files(Path.Combine(scenario, "before")))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(repository.Path, path))!);
                File.WriteAllBytes(Path.Combine(repository.Path, path), content);
            }
        }

        return repository;
    }

    private static void Write(TextWriter input, string[] commits)
    {
        var day = new DateTimeOffset(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);
        var tags = new List<(string Tag, int Mark)>();

        foreach (var (index, commit) in commits.Index())
        {
            var lines = commit.Split('\n');
            var author = "Ada <ada@example.test>";
            var skipped = 0;

            for (; lines[skipped].StartsWith("tag: ", StringComparison.Ordinal) || lines[skipped].StartsWith("author: ", StringComparison.Ordinal); skipped++)
            {
                var value = lines[skipped][(lines[skipped].IndexOf(' ') + 1)..];

                if (lines[skipped][0] == 't')
                {
                    tags.Add((value, index + 1));
                }
                else
                {
                    author = value;
                }
            }

            var message = string.Join('\n', lines[skipped..]).TrimEnd('\n') + "\n";
            var date = day.AddDays(index).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            input.Write($"commit refs/heads/main\nmark :{index + 1}\nauthor {author} {date} +0000\ncommitter {author} {date} +0000\ndata {Encoding.UTF8.GetByteCount(message)}\n{message}\n");
        }

        foreach (var (tag, mark) in tags)
        {
            input.Write($"reset refs/tags/{tag}\nfrom :{mark}\n\n");
        }
    }

    private static void Update(string scenario, string said, Dictionary<string, byte[]> after)
    {
        File.WriteAllText(Path.Combine(scenario, "expected.txt"), said);

        if (Directory.Exists(Path.Combine(scenario, "after")))
        {
            Directory.Delete(Path.Combine(scenario, "after"), recursive: true);
        }

        foreach (var (path, content) in after)
        {
            var file = Path.Combine(scenario, "after", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    private static Dictionary<string, byte[]> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), Path: file))
        .Where(file => !file.Name.StartsWith(".git/", StringComparison.Ordinal))
        .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.Path));
}
