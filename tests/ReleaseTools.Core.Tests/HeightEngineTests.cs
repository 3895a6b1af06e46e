using System.Collections.Immutable;
using System.Security.Cryptography;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>Histories are written as one line per commit, the newest first: name, version, parents.</summary>
[TestClass]
public sealed class HeightEngineTests
{
    [TestMethod]
    public void The_commit_that_sets_the_version_counts_as_one() => Assert.AreEqual(1, Height("a 1.0"));

    [TestMethod]
    public void The_longest_path_counts_whatever_order_git_prints_it_in()
    {
        Assert.AreEqual(5, Height("m 1.0 b d", "b 1.0 a", "d 1.0 c", "c 1.0 x", "x 1.0 a", "a 1.0"));
        Assert.AreEqual(5, Height("m 1.0 b d", "a 1.0", "x 1.0 a", "c 1.0 x", "d 1.0 c", "b 1.0 a"));
    }

    [TestMethod]
    public void Two_roots_are_two_paths() => Assert.AreEqual(3, Height("m 1.0 a c", "a 1.0", "c 1.0 b", "b 1.0"));

    [TestMethod]
    public void A_commit_without_a_version_ends_the_path() => Assert.AreEqual(2, Height("c 1.0 b", "b 1.0 a", "a -"));

    [TestMethod]
    public void A_file_nobody_can_read_ends_the_path() => Assert.AreEqual(2, Height("c 1.0 b", "b 1.0 a", "a ?"));

    [TestMethod]
    public void A_hundred_thousand_commits_need_no_stack()
    {
        var history = Enumerable.Range(0, 100_000).Select(i => i == 99_999 ? $"c{i} 1.0" : $"c{i} 1.0 c{i + 1}").ToArray();

        Assert.AreEqual(100_000, Height(history));
    }

    [TestMethod]
    public void A_path_that_leaves_a_shallow_clone_has_no_height()
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => Height("b 1.0 a", "a 1.0 cut"));

        StringAssert.Contains(stop.Message, "RT1006");
        StringAssert.Contains(stop.Message, "git fetch --unshallow");
    }

    [TestMethod]
    public void A_cut_behind_the_path_does_not_matter() => Assert.AreEqual(1, Height("b 2.0 a", "a 1.0 cut"));

    private static int Height(params string[] lines)
    {
        var commits = lines.Select(line => line.Split(' ')).ToArray();
        var versions = commits.Select(commit => commit[1]).Distinct().ToImmutableArray();
        var names = commits.Index().ToDictionary(commit => commit.Item[0], commit => Name(commit.Index));
        var graph = new CommitGraph.Builder(Name(0).Length);

        foreach (var commit in commits)
        {
            graph.Add(names[commit[0]]);

            foreach (var parent in commit[2..].Where(parent => parent != "cut"))
            {
                graph.AddParent(names[parent]);
            }
        }

        var built = graph.Build(commits.Where(commit => commit.Contains("cut")).Select(commit => Id(names[commit[0]])));
        var states = commits.OrderBy(commit => built.Find(Id(names[commit[0]]))).Select(commit => versions.IndexOf(commit[1]));
        var history = new CommitHistory(built, [.. states], [.. versions.Select(Files)]);

        return HeightEngine.Count(history, VersionAnswers.None, VersionSpec.Read(commits[0][1])!, ci: null);
    }

    private static CommitId Id(byte[] name) => new(Convert.ToHexStringLower(name));

    private static byte[] Name(int number) => SHA256.HashData(BitConverter.GetBytes(number));

    private static VersionFileSet Files(string version) => version switch
    {
        "-" => new([]),
        "?" => new([new("version.json", "what is this")]),
        _ => new([new("version.json", $$"""{ "version": "{{version}}" }""")]),
    };
}
