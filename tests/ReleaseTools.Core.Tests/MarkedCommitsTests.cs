using ReleaseTools.Git;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class MarkedCommitsTests
{
    private const int Commits = 60;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void One_comes_before_another_where_a_walk_from_it_gets_there()
    {
        var seed = RandomSeed.Choose(TestContext, Commits);
#pragma warning disable CA5394 // Not for secrets: a failed run must come again.
        var random = new Random(seed);

        for (var round = 0; round < 50; round++)
        {
            // The parents of a commit have higher numbers, as in a walk from the newest.
            var parents = Enumerable.Range(0, Commits).Select(commit => Enumerable.Range(0, random.Next(3)).Select(_ => commit + 1 + random.Next(8)).Where(parent => parent < Commits).Distinct().ToArray()).ToArray();
            var marked = Enumerable.Range(0, Commits).Where(_ => random.Next(3) == 0).ToArray();
            var marks = new MarkedCommits(Graph(parents), marked.Select(Id));
            var behind = new HashSet<int>[Commits];

            for (var commit = Commits - 1; commit >= 0; commit--)
            {
                behind[commit] = [.. parents[commit], .. parents[commit].SelectMany(parent => behind[parent])];
            }

            foreach (var commit in marked)
            {
                CollectionAssert.AreEquivalent(marked.Where(behind[commit].Contains).Select(Id).ToArray(), marks.Before(Id(commit)).ToArray(), $"seed {seed}, round {round}, before {commit}");
                CollectionAssert.AreEquivalent(marked.Where(other => behind[other].Contains(commit)).Select(Id).ToArray(), marks.After(Id(commit)).ToArray(), $"seed {seed}, round {round}, after {commit}");
            }
        }
#pragma warning restore CA5394
    }

    [TestMethod]
    public void What_is_not_marked_comes_before_nothing() => Assert.IsEmpty(new MarkedCommits(Graph([[1], []]), [Id(1)]).Before(Id(0)));

    private static CommitGraph Graph(int[][] parents)
    {
        var builder = new CommitGraph.Builder(20);

        for (var commit = 0; commit < parents.Length; commit++)
        {
            builder.Add(Convert.FromHexString(Id(commit).Hash));

            foreach (var parent in parents[commit])
            {
                builder.AddParent(Convert.FromHexString(Id(parent).Hash));
            }
        }

        return builder.Build([]);
    }

    private static CommitId Id(int commit) => new($"{commit:x40}");
}
