using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Images;
using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Tests;

/// <summary>Whatever stands in the files, in git and in CI's variables: a version comes out or a diagnostic, and nothing else, and in time.</summary>
[TestClass]
public sealed partial class VersionFuzzTests
{
    private const int Rounds = 10_000;

    /// <summary>Long enough for any machine: it is there to name the input that never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Any_facts_give_a_version_or_a_diagnostic()
    {
        var seed = RandomSeed.Choose(TestContext, Rounds);
        var versions = 0;

        for (var round = seed; round < seed + Rounds; round++)
        {
            VersionFacts? facts = null;
            var random = new Random(round);
            versions += GivesVersion(() => VersionCalculator.Compute(OddFacts.Answered(facts = OddFacts.From(random), random)), () => $"RELEASETOOLS_SEED={round}\n{OddFacts.Say(facts)}") ? 1 : 0;
        }

        Assert.IsGreaterThan(Rounds / 5, versions, "in many rounds nothing is so odd that there is no version");
    }

    [TestMethod]
    public void Any_version_can_be_explained()
    {
        var seed = RandomSeed.Choose(TestContext, Rounds);

        for (var round = seed; round < seed + (Rounds / 4); round++)
        {
            if (FactsOfAVersion(new Random(round)) is not { } facts)
            {
                continue;
            }

            var explanation = VersionExplanation.From(facts, new(FrozenDictionary<CommitId, CommitSummary>.Empty, FrozenDictionary<CommitId, ImmutableArray<string>>.Empty, IgnoresCase: false));
            var path = explanation.Height?.Path ?? explanation.Tags!.Path;

            Assert.AreEqual(explanation.Version.VersionHeight, path.Count(step => step.Counts), $"RELEASETOOLS_SEED={round}");

            foreach (var form in explanation.Forms)
            {
                Assert.AreEqual(form.Value, string.Concat(form.Parts.Select(part => part.Text)), $"RELEASETOOLS_SEED={round}");
            }
        }
    }

    private static VersionFacts? FactsOfAVersion(Random random)
    {
        try
        {
            var facts = OddFacts.Answered(OddFacts.From(random), random);
            VersionCalculator.Compute(facts);
            return facts;
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    [TestMethod]
    public void Any_tag_is_a_release_or_is_none()
    {
        var random = new Random(RandomSeed.Choose(TestContext, 1));
        var releases = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var prefix = random.Next(2) == 0 ? null : OddText.Pick(random);
            var name = random.Next(2) == 0 ? OddText.Next(random) : $"{prefix}1.2.3{OddText.Pick(random)}";

            foreach (var release in ReleaseTag.Select([new(name, new("0123"))], prefix))
            {
                StringAssert.Matches(release.Version.ToString(), Harmless, name);
                StringAssert.EndsWith(name, release.Version.ToFullString(), "nothing behind the prefix is left over");
                releases++;
            }
        }

        Assert.IsGreaterThan(Rounds / 100, releases, "many names are not too odd for a release");
    }

    private static readonly Dictionary<string, string> Worst = new()
    {
        ["nested lists"] = new string('[', 100_000),
        ["nested objects"] = string.Concat(Enumerable.Repeat("{\"version\":", 100_000)),
        ["nested, and closed"] = $"{{ \"x\": {new string('[', 100_000)}{new string(']', 100_000)} }}",
        ["a long version"] = $$"""{ "version": "1.{{new string('0', 1_000_000)}}" }""",
        ["a long prerelease"] = $$"""{ "version": "1.0-{{new string('a', 1_000_000)}}" }""",
        ["many identifiers"] = $$"""{ "version": "1.0-a{{string.Concat(Enumerable.Repeat(".a", 100_000))}}!" }""",
        ["a long name"] = $$"""{ "version": "1.0", "{{new string('x', 1_000_000)}}": 1 }""",
        ["a long name of ours"] = $$"""{ "version": "1.0", "releaseTools": { "{{new string('x', 1_000_000)}}": 1 } }""",
        ["a large number"] = $$"""{ "version": "1.0", "versionHeightOffset": {{new string('9', 1_000_000)}} }""",
        ["many settings"] = $$"""{ "version": "1.0"{{string.Concat(Enumerable.Repeat(", \"versionHeightOffset\": 1", 50_000))}} }""",
        ["many filters"] = $$"""{ "version": "1.0", "pathFilters": ["."{{string.Concat(Enumerable.Repeat(", \"src/../src\"", 50_000))}}] }""",
        ["a deep filter"] = $$"""{ "version": "1.0", "pathFilters": ["{{string.Concat(Enumerable.Repeat("a/", 100_000))}}"] }""",
        ["a filter that climbs"] = $$"""{ "version": "1.0", "pathFilters": ["{{string.Concat(Enumerable.Repeat("../", 100_000))}}"] }""",
        ["nested groups"] = $$"""{ "version": "1.0", "publicReleaseRefSpec": ["{{new string('(', 50_000)}}{{new string(')', 50_000)}}"] }""",
        ["a long expression"] = $$"""{ "version": "1.0", "publicReleaseRefSpec": ["{{string.Concat(Enumerable.Repeat("a|", 200_000))}}"] }""",
        ["repeated repetition"] = """{ "version": "1.0", "publicReleaseRefSpec": ["(((a{1000}){1000}){1000}){1000}"] }""",
        ["an expression without an end"] = """{ "version": "1.0", "publicReleaseRefSpec": ["^(refs/heads/)?((a+)+)+$"] }""",
        ["an overlong comment"] = $"{{ /* {new string('*', 1_000_000)}",
        ["only a comment"] = "/* nothing */",
        ["an empty file"] = "",
        ["half a pair"] = "{ \"version\": \"1.0-\uD83D\" }",
        ["half a pair, escaped"] = """{ "version": "1.0", "\ud83d": "\udc00", "gitCommitIdPrefix": "\ud83d" }""",
    };

    public static IEnumerable<object[]> WorstNames => Worst.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(WorstNames))]
    public void The_worst_file_gives_a_version_or_a_diagnostic(string name) => GivesVersion(() => VersionCalculator.Compute(OddFacts.Of(Worst[name])), () => name);

    /// <summary>Runs a round to its end: true where a version came out, false where a diagnostic did, and anything else is wrong.</summary>
    private static bool GivesVersion(Func<VersionSnapshot> round, Func<string> input)
    {
        var running = Task.Run(() => Stopped(round));

        Assert.IsTrue(running.Wait(Patience), $"{input()} comes to no end");
        Assert.IsTrue(running.Result is null or ReleaseException, $"{input()}: {running.Result}");
        return running.Result is null;
    }

    private static Exception? Stopped(Func<VersionSnapshot> round)
    {
        try
        {
            var version = round();

            foreach (var (name, _, read) in VersionFields.All.Where(field => field.Name != "BuildingRef"))
            {
                StringAssert.Matches($"{read(version)}", Harmless, name);
            }

            foreach (var tag in ImageTags.For(version).Tags)
            {
                StringAssert.Matches(tag, Tag);
            }

            return null;
        }
        catch (Exception stop)
        {
            return stop;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag { get; }

    /// <summary>Fit for a property of a build, for a command line and for the name of a file.</summary>
    [GeneratedRegex(@"^[0-9A-Za-z_.+\-:/ ]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless { get; }
}
