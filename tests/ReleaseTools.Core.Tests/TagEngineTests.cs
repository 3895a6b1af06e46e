using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>Histories are written as one line per commit, the newest first: name, tags with commas between or a hyphen, parents.</summary>
[TestClass]
public sealed class TagEngineTests
{
    [TestMethod]
    public void A_release_on_the_commit_is_found_at_once() => Assert.AreEqual("1.0.0 +0", Find("b 1.0.0 a", "a 0.9.0"));

    [TestMethod]
    public void The_height_counts_the_commits_since_the_release() => Assert.AreEqual("1.0.0 +2", Find("c - b", "b - a", "a 1.0.0"));

    [TestMethod]
    public void Without_a_release_the_height_counts_the_commits_since_the_first() => Assert.AreEqual("none +2", Find("c - b", "b - a", "a -"));

    [TestMethod]
    public void The_first_parent_is_followed_first_however_long_the_other_way_is() =>
        Assert.AreEqual("1.0.0 +2", Find("m - b e", "b - a", "e - d", "d - c", "c - a", "a 1.0.0"));

    [TestMethod]
    public void The_height_is_that_of_the_first_path_even_where_another_is_shorter() =>
        Assert.AreEqual("1.0.0 +4", Find("m - e b", "b - a", "e - d", "d - c", "c - a", "a 1.0.0"));

    [TestMethod]
    public void A_higher_release_of_a_merged_branch_counts() =>
        Assert.AreEqual("2.0.0 +1", Find("m - b c", "b 1.5.0 a", "c 2.0.0 a", "a -"));

    [TestMethod]
    public void A_release_hides_what_is_behind_it() => Assert.AreEqual("1.0.0 +1", Find("c - b", "b 1.0.0 a", "a 2.0.0"));

    [TestMethod]
    public void The_higher_of_two_releases_on_a_commit_counts() => Assert.AreEqual("1.0.0 +1", Find("b - a", "a 1.0.0-rc.1,1.0.0,0.9.0"));

    [TestMethod]
    public void Of_equal_releases_the_one_found_first_counts()
    {
        Assert.AreEqual("1.0.0 +2", Find("m - b c", "b - d", "c 1.0.0 d", "d 1.0.0"));
        Assert.AreEqual("1.0.0+a +1", Find("b - a", "a 1.0.0+a,1.0.0+b"));
    }

    [TestMethod]
    public void A_release_below_the_version_of_no_release_loses_against_a_root() =>
        Assert.AreEqual("none +1", Find("m - b c", "b 0.0.0-a", "c -"));

    [TestMethod]
    public void Many_parents_and_two_roots_are_all_looked_at() =>
        Assert.AreEqual("3.0.0 +1", Find("m - a b c", "a 1.0.0", "b -", "c 3.0.0"));

    [TestMethod]
    public void A_hundred_thousand_commits_need_no_stack() =>
        Assert.AreEqual("none +99999", Find([.. Enumerable.Range(0, 100_000).Select(i => i == 99_999 ? $"c{i} -" : $"c{i} - c{i + 1}")]));

    [TestMethod]
    public void A_path_that_leaves_a_shallow_clone_has_no_release()
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => Find("m - b c", "b 1.0.0", "c - cut"));

        StringAssert.Contains(stop.Message, "RT1020");
        StringAssert.Contains(stop.Message, "git fetch --unshallow --tags");
    }

    [TestMethod]
    public void A_release_at_the_boundary_of_a_shallow_clone_ends_the_path() => Assert.AreEqual("1.0.0 +1", Find("b - a", "a 1.0.0 cut"));

    [TestMethod]
    public void Commits_that_do_not_count_add_no_height()
    {
        string[] history = ["d - c", "c - b", "b - a", "a 1.0.0"];

        Assert.AreEqual("1.0.0 +1", Find(history, "c"));
        Assert.AreEqual("1.0.0 +0", Find(history, "a"), "the release itself is not after the release");
    }

    [TestMethod]
    public void The_way_to_the_release_is_the_one_that_was_counted()
    {
        string[] history = ["m - e b", "b - a", "e - d", "d - c", "c - a", "a 1.0.0"];

        var (walk, graph) = Walk(history, relevant: null);

        Assert.AreEqual("m e d c a", string.Join(' ', walk.Path().Select(commit => history.Select(line => line[..1]).Single(name => graph.Id(commit) == Id(name)))));
    }

    [TestMethod]
    public void Every_end_that_was_reached_is_known() => Assert.AreEqual(
        "1.5.0 2.0.0 none",
        string.Join(' ', Walk(["m - b c d", "b 1.5.0", "c 2.0.0", "d -"], relevant: null).Walk.Ends.Select(end => end.Tag?.Name ?? "none")));

    private static string Find(params string[] lines) => Find(lines, relevant: null);

    private static string Find(string[] lines, params string[]? relevant)
    {
        var found = Walk(lines, relevant).Walk.Found;
        return $"{found.Tag?.Name ?? "none"} +{found.Height}";
    }

    private static (TagWalk Walk, CommitGraph Graph) Walk(string[] lines, string[]? relevant)
    {
        var commits = lines.Select(line => line.Split(' ')).ToArray();
        var builder = new CommitGraph.Builder(SHA256.HashSizeInBytes);

        foreach (var commit in commits)
        {
            builder.Add(Name(commit[0]));

            foreach (var parent in commit[2..].Where(parent => parent != "cut"))
            {
                builder.AddParent(Name(parent));
            }
        }

        var tags = commits.SelectMany(commit => commit[1].Split(',').Select(tag => new GitTag(tag, Id(commit[0]))));
        var graph = builder.Build(commits.Where(commit => commit.Contains("cut")).Select(commit => Id(commit[0])));
        return (TagEngine.Walk(graph, ReleaseTag.Select(tags, ""), SemanticVersion.Parse("0.0.0-alpha.0"), relevant?.Select(Id).ToFrozenSet()), graph);
    }

    private static CommitId Id(string name) => new(Convert.ToHexStringLower(Name(name)));

    private static byte[] Name(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
