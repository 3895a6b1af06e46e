using System.Collections.Frozen;
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

    [TestMethod]
    public void The_path_goes_by_the_longer_side() => Assert.AreEqual("m d c a", Path("m 1.0 b d", "b 1.0 a", "d 1.0 c", "c 1.0 a", "a 1.0"));

    [TestMethod]
    public void Of_equal_sides_the_path_goes_by_the_first_parent()
    {
        Assert.AreEqual("m c a", Path("m 1.0 c b", "b 1.0 a", "c 1.0 a", "a 1.0"));
        Assert.AreEqual("m c a", Path("m 1.0 x c b", "b 1.0 a", "c 1.0 a", "x 2.0 a", "a 1.0"));
    }

    [TestMethod]
    public void The_path_ends_where_the_version_was_set() => Assert.AreEqual("c b", Path("c 1.1 b", "b 1.1 a", "a 1.0"));

    [TestMethod]
    public void A_version_that_leaves_no_place_for_the_height_has_no_path() => Assert.AreEqual("", Path("b 1.0.0.0 a", "a 1.0.0.0"));

    [TestMethod]
    public void A_commit_that_does_not_count_belongs_to_the_path_all_the_same()
    {
        var (walk, names) = Walk("d 1.0* C", "C 1.0* b", "b 1.0* A", "A 1.0*");

        Assert.AreEqual("d C b A", string.Join(' ', walk.Path().Select(commit => names[commit])));
        Assert.AreEqual("C A", string.Join(' ', walk.Path().Where(walk.Counts).Select(commit => names[commit])));
        Assert.AreEqual("C", names[walk.LastCounted!.Value]);
    }

    [TestMethod]
    [DataRow("A", "m 1.0* x B", "x 1.0* A", "B 1.0*", "A 1.0*", DisplayName = "of equal sides the first")]
    [DataRow("B", "m 1.0* x B", "x 1.0* y", "B 1.0*", "y 1.0*", DisplayName = "the side that counts")]
    [DataRow("M", "M 1.0* x y", "x 1.0*", "y 1.0*", DisplayName = "the merge itself")]
    [DataRow("", "m 1.0* x y", "x 1.0*", "y 1.0*", DisplayName = "none")]
    public void The_last_that_counted_is_looked_for_along_the_path(string expected, params string[] history)
    {
        var (walk, names) = Walk(history);

        Assert.AreEqual(expected, walk.LastCounted is { } commit ? names[commit] : "");
    }

    private static int Height(params string[] lines) => Walk(lines).Walk.Height;

    private static string Path(params string[] lines) => Walk(lines) is var (walk, names) ? string.Join(' ', walk.Path().Select(commit => names[commit])) : "";

    /// <summary>Counts, and gives the commits their names back. Behind a version marked <c>*</c> only commits with a capital letter count.</summary>
    private static (HeightWalk Walk, string[] Names) Walk(params string[] lines)
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
        var ordered = commits.OrderBy(commit => built.Find(Id(names[commit[0]]))).ToArray();
        var history = new CommitHistory(built, [.. ordered.Select(commit => versions.IndexOf(commit[1]))], [.. versions.Select(Files)]);
        var relevant = ordered.Select(commit => commit[0]).Where(name => char.IsUpper(name[0])).Select(name => Id(names[name])).ToFrozenSet();
        var answers = VersionAnswers.None with { Relevant = new[] { Filters }.ToFrozenDictionary(filters => filters, _ => relevant) };

        return (HeightEngine.Walk(history, answers, VersionSpec.Read(commits[0][1].TrimEnd('*'))!, ci: null), [.. ordered.Select(commit => commit[0])]);
    }

    private static CommitId Id(byte[] name) => new(Convert.ToHexStringLower(name));

    private static byte[] Name(int number) => SHA256.HashData(BitConverter.GetBytes(number));

    private static PathFilterList Filters { get; } = new([new PathFilter("src", IsExclude: false)]);

    private static VersionFileSet Files(string version) => version switch
    {
        "-" => new([]),
        "?" => new([new("version.json", "what is this")]),
        [.. var plain, '*'] => new([new("version.json", $$"""{ "version": "{{plain}}", "pathFilters": ["src"] }""")]),
        _ => new([new("version.json", $$"""{ "version": "{{version}}" }""")]),
    };
}
