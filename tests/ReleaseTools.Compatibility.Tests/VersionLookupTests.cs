using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>From a version back to its commits: judged by the version each commit has, and by the released nbgv.</summary>
[TestClass]
public sealed class VersionLookupTests
{
    private const int Count = 60;

    /// <summary>As many digits of a commit as a lookup takes for one.</summary>
    private const int LeastDigits = 4;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void A_version_leads_to_all_commits_that_have_it_and_to_no_other()
    {
        var seed = RandomSeed.Choose(TestContext, Count);

        Assert.AreEqual("", string.Join('\n', Enumerable.Range(seed, Count).AsParallel().SelectMany(Differences)), $"seed {seed}");
    }

    [TestMethod]
    [DataRow("three commits")]
    [DataRow("a merge counts its longer side")]
    [DataRow("a merge brings the new version in")]
    [DataRow("a merge of an older line")]
    [DataRow("a new number starts again")]
    [DataRow("only the unbroken run counts")]
    [DataRow("three numbers")]
    [DataRow("four numbers")]
    [DataRow("the height in the prerelease")]
    [DataRow("an offset")]
    [DataRow("filters that changed later leave history alone")]
    public void The_commits_are_those_nbgv_finds(string name)
    {
        using var repository = new TempRepository();
        Histories.All[name](repository);

        foreach (var commit in new[] { "HEAD", "HEAD~1" })
        {
            var version = ReleaseCommand.Run(repository.Path, "version", commit, "--get", "Version").Expect().Output.Trim();

            var theirs = Nbgv.GetCommits(repository, version);
            var ours = ReleaseCommand.Run(repository.Path, "version", "commits", version, "--quiet").Expect().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

            CollectionAssert.AreEquivalent(theirs, ours, $"{version}: {string.Join(' ', theirs)}; ours {string.Join(' ', ours)}");
        }
    }

    private static List<string> Differences(int number)
    {
        var history = RandomHistory.From(number);
        using var repository = new TempRepository();
        NbgvDifferentialTests.Write(history, repository);
        var folder = Path.Combine(repository.Path, history.Project);
        Directory.CreateDirectory(folder);
        var opened = GitRepository.Open(folder);
        var versions = repository.Git("rev-list", "HEAD", "--branches", "--tags").Split('\n').ToDictionary(commit => commit, commit => Version(opened, commit));
        var differences = new List<string>();

        foreach (var (commit, version) in versions)
        {
            if (version is null)
            {
                continue;
            }

            Compare(Numbers(version), versions.Where(other => other.Value is not null && Numbers(other.Value) == Numbers(version)).Select(other => other.Key));

            if (version.GitCommitIdShort.Length >= LeastDigits)
            {
                Compare(version.SemVer1, [commit]);
                Compare(version.SemVer2, [commit]);
                Compare(version.NuGetPackageVersion, [commit]);
                Compare(version.AssemblyInformationalVersion, [commit]);
            }

            void Compare(string asked, IEnumerable<string> expected)
            {
                var found = CommitFinder.Find(opened, VersionQuery.Parse(asked)).Select(one => one.Made.Commit.Hash).Order().ToArray();
                var wanted = expected.Order().ToArray();

                if (!found.SequenceEqual(wanted))
                {
                    differences.Add($"history {number}, {asked}: expected {string.Join(' ', wanted)}, found {string.Join(' ', found)}");
                }
            }
        }

        return differences;
    }

    /// <summary>What a commit makes, whatever is edited on top of it; null where it makes none.</summary>
    private static VersionSnapshot? Version(GitRepository repository, string commit)
    {
        try
        {
            var facts = VersionReader.Observe(repository, commit, publicRelease: false);
            return VersionCalculator.Compute(facts with { WorkingFiles = facts.CommittedFiles });
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    private static string Numbers(VersionSnapshot version) =>
        string.Join('.', version.VersionMajor, version.VersionMinor, version.BuildNumber, Math.Max(0, version.VersionRevision));
}
