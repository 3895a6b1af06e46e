using System.Collections.Immutable;
using ReleaseTools.Hooks.Tasks;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class TaskChunksTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Files_in_one_argument_are_split_like_any_others()
    {
        var list = new TaskFileList("--files=", ";", "!");

        var chunks = TaskChunks.Split("x", [new("format"), .. "abcde".Select(file => new TaskArgument($"{file}.cs", $"{file}.cs", IsStaged: true, list))], limit: 30).Select(TaskFileList.Join).ToArray();

        CollectionAssert.AreEqual(new[] { "format --files=a.cs;b.cs!", "format --files=c.cs;d.cs!", "format --files=e.cs!" }, chunks.Select(chunk => string.Join(' ', chunk)).ToArray());
    }

    [TestMethod]
    public void Every_file_comes_once_and_in_order_with_all_words_and_no_line_is_too_long()
    {
        const int Count = 300;
        var first = RandomSeed.Choose(TestContext, Count);

        for (var seed = first; seed < first + Count; seed++)
        {
            var random = new Random(seed);
            ImmutableArray<TaskArgument> arguments = [.. Enumerable.Range(0, random.Next(40)).Select(i => random.Next(4) == 0 ? new TaskArgument($"--word{i}") : Of(new string((char)('a' + (i % 26)), random.Next(1, 30)) + i))];
            var limit = random.Next(1, 400);
            var chunks = TaskChunks.Split("tool", arguments, limit).ToArray();

            CollectionAssert.AreEqual(Files(arguments), chunks.SelectMany(chunk => Files(chunk)).ToArray(), $"seed {seed}");
            Assert.IsTrue(chunks.Length > 0, $"seed {seed}");

            foreach (var chunk in chunks)
            {
                CollectionAssert.AreEqual(Words(arguments), Words(chunk), $"seed {seed}");
                Assert.IsTrue(Files(chunk).Length <= 1 || "tool".Length + chunk.Sum(argument => argument.Text.Length + 1) <= limit, $"seed {seed}");
            }
        }
    }

    [TestMethod]
    public void Five_thousand_files_are_more_than_one_command_line_holds()
    {
        ImmutableArray<TaskArgument> files = [.. Enumerable.Range(0, 5000).Select(i => Of($"src/Component/Folder/File{i:0000}.cs"))];

        Assert.AreEqual(2, TaskChunks.Split("/usr/bin/tool", files, 100_000).Count());
        Assert.AreEqual(21, TaskChunks.Split(@"C:\tools\tool.cmd", files, 8_000).Count());
        Assert.HasCount(1, TaskChunks.Split("tool", [new TaskArgument("--all")], 10).ToArray());
    }

    private static TaskArgument Of(string file) => new(file, file, IsStaged: true);

    private static string[] Files(IEnumerable<TaskArgument> arguments) => [.. arguments.Where(argument => argument.File is not null).Select(argument => argument.Text)];

    private static string[] Words(IEnumerable<TaskArgument> arguments) => [.. arguments.Where(argument => argument.File is null).Select(argument => argument.Text)];
}
