using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Releasing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>What holds for every history: of releases made one after the other as they are proposed, and of commits as they come.</summary>
[TestClass]
public sealed class NextVersionPropertyTests
{
    private static readonly string[] Messages = ["fix: a", "feat: b", "feat!: c", "perf: d", "docs: e", "stuff", "Merge branch 'x'", "fix: f\n\nBREAKING CHANGE: g", ""];

    /// <summary>A commit; or a release as it is proposed, of a prerelease or, for the empty name, a stable one.</summary>
    private static readonly Gen<string> Deed = Gen.Frequency(
        (6, Gen.Elements(Messages).Select(message => $"commit {message}")),
        (1, Gen.Elements("", "", "beta", "rc").Select(name => $"release {name}")));

    private static readonly Gen<BumpPolicy> Policies =
        from breaking in Gen.Elements(Bump.Minor, Bump.Major)
        from feature in Gen.Elements(Bump.Patch, Bump.Minor)
        from other in Gen.Elements(Bump.None, Bump.Patch)
        select new BumpPolicy { BreakingBelowOne = breaking, FeatureBelowOne = feature, Other = other };

    private static readonly Gen<(BumpPolicy Policy, ImmutableArray<string> Deeds)> Histories =
        from policy in Policies
        from deeds in Deed.ArrayOf()
        select (policy, deeds.ToImmutableArray());

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Each_release_as_it_is_proposed_is_higher_than_all_before_it() => Check(history =>
    {
        var tags = Play(history.Policy, history.Deeds).Tags;

        foreach (var (earlier, later) in tags.Zip(tags.Skip(1)))
        {
            Assert.IsTrue(later.Version > earlier.Version, $"{earlier.Version} then {later.Version}");
        }
    });

    [TestMethod]
    public void One_commit_more_never_lowers_the_next_version() => Check(history =>
    {
        var facts = Play(history.Policy, history.Deeds);
        var before = Next(facts, VersionWish.None);

        foreach (var message in Messages)
        {
            var after = Next(With(facts, message), VersionWish.None);
            Assert.IsTrue(before is null || after >= before, $"{before} then {after} with '{message}'");
        }
    });

    [TestMethod]
    public void A_version_named_by_a_commit_is_the_next_or_goes_back() => Check(history =>
    {
        var facts = Play(history.Policy, history.Deeds);
        var last = facts.Last?.Version ?? NextVersionCalculator.Nothing;

        foreach (var named in new[] { "0.0.1", "0.2.0-beta.1", "1.0.0", "4.0.0-rc.1", "1000.0.0" }.Select(SemanticVersion.Parse))
        {
            try
            {
                var next = Next(With(facts, $"docs: a\n\nRelease-As: {named}"), VersionWish.None);
                Assert.IsTrue(next == named || facts.Released.Any(tag => tag.Version == named), $"{next} for {named}");
                Assert.IsTrue(next is null || next > last, $"{next} after {last}");
            }
            catch (ReleaseException stop)
            {
                Assert.AreEqual("RT1031", stop.Diagnostics[0].Code);
                Assert.IsTrue(facts.Released.Any(tag => tag.Version >= named), stop.Message);
            }
        }
    });

    [TestMethod]
    public void What_the_user_asks_for_is_above_the_last_release_and_has_no_tag() => Check(history =>
    {
        var facts = Play(history.Policy, history.Deeds);

        foreach (var wish in new[] { new VersionWish("rc"), new("rc", Bump.Minor), new(null, Bump.Patch), new(null, Bump.Major) })
        {
            if (Next(facts, wish) is { } next)
            {
                Assert.IsTrue(facts.Last is not { } last || next > last.Version, $"{next} for {wish}");
                Assert.IsFalse(facts.Tags.Any(tag => tag.Version == next), $"{next} for {wish}");
            }
        }
    });

    private static NextVersionFacts Play(BumpPolicy policy, ImmutableArray<string> deeds)
    {
        var facts = new NextVersionFacts { Tags = [], Released = [], Commits = [], Options = VersionOptions.Default with { Bump = policy } };

        foreach (var deed in deeds.Select(deed => deed.Split(' ', 2)))
        {
            facts = deed[0] == "commit" ? With(facts, deed[1]) : Released(facts, deed[1]);
        }

        return facts;
    }

    private static NextVersionFacts With(NextVersionFacts facts, string message)
    {
        var number = facts.Tags.Length * 1000 + facts.Commits.Length + 1;
        var id = new CommitId(number.ToString(CultureInfo.InvariantCulture).PadLeft(40, '0'));
        return facts with { Commits = facts.Commits.Insert(0, new(id, DateTimeOffset.UnixEpoch, [], message.StartsWith("Merge", StringComparison.Ordinal) ? [Below(facts), new(new string('f', 40))] : [Below(facts)], message)) };
    }

    private static CommitId Below(NextVersionFacts facts) => facts.Commits is [var newest, ..] ? newest.Id : new(new string('e', 40));

    private static NextVersionFacts Released(NextVersionFacts facts, string name)
    {
        if (Next(facts, VersionWish.Of(name.Length > 0 ? name : null, null)) is not { } version || facts.Commits is [])
        {
            return facts;
        }

        var tags = facts.Tags.Add(new($"v{version}", facts.Commits[0].Id, version));
        return facts with { Tags = tags, Released = tags, Commits = version.IsPrerelease ? facts.Commits : [] };
    }

    /// <summary>Null also where a beta is asked for after a release candidate.</summary>
    private static SemanticVersion? Next(NextVersionFacts facts, VersionWish wish)
    {
        try
        {
            return NextVersionCalculator.Compute(facts, wish).Version;
        }
        catch (ReleaseException stop) when (stop.Diagnostics[0].Code == "RT1033")
        {
            return null;
        }
    }

    private void Check(Action<(BumpPolicy Policy, ImmutableArray<string> Deeds)> law)
    {
        // To see a failure again, write its seed here.
        var seed = (ulong)Random.Shared.NextInt64();
        TestContext.WriteLine($"seed {seed}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(new Replay(new Rnd(seed), Microsoft.FSharp.Core.FSharpOption<int>.None));

        FsCheck.Check.One(config, Prop.ForAll(Histories.ToArbitrary(), law));
    }
}
