using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReleaseTools.Changelog;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>Whatever stands under <em>Unreleased</em> when a version is written: nothing is lost, and nothing is told twice.</summary>
[TestClass]
public sealed class UnreleasedNotesPropertyTests
{
    private const int Count = 1_000;

    private const string Told = "- mend it (7777777)";

    private static readonly Gen<string> Pieces = Gen.Elements(
        "### Added\n\n", "### Fixed\n\n", "### Odd ones\n\n", "#### Deeper\n\n", "- by hand #\n", "* by hand #\n", "- by hand #\n  over lines #\n\n  and paragraphs #\n\n", "\nWords #.\n\n", "\n", "<!-- a comment # -->\n", "\n```\n- code #\n\nmore #\n```\n\n",
        "<!-- manual -->\n- marked #\n<!-- /manual -->\n", "\n<!-- manual -->\n### Fixed\n\n- by hand in a part #\n<!-- /manual -->\n", "#### API #\n\n- by hand #, below\n", $"{Told}\n", "- a later one # (1234567)\n", "\nNo notable changes.\n\n", "- x #\n  - nested #\n");

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void Every_line_somebody_wrote_is_there_once() => Check((before, after) =>
    {
        foreach (var line in before.Split('\n').Where(line => line.Contains("hand", StringComparison.Ordinal) || line.Any(char.IsDigit)).Select(line => line.Trim()).Where(line => line != Told && !line.StartsWith('[') && !line.StartsWith("##", StringComparison.Ordinal)))
        {
            Assert.AreEqual(1, after.Split('\n').Count(other => other.Trim() == line), line);
        }
    });

    [TestMethod]
    public void What_the_version_tells_stands_nowhere_else() => Check((_, after) => Assert.AreEqual(1, after.Split('\n').Count(line => line == Told)));

    [TestMethod]
    public void Writing_it_again_changes_nothing() => Check((_, after) => Assert.AreEqual(after, Write(after, Release)));

    [TestMethod]
    public void What_is_by_hand_stays_where_the_section_is_written_anew() => Check(
        (before, after) =>
        {
            foreach (var line in before.Split('\n').Where(line => line.Contains("hand", StringComparison.Ordinal)).Select(line => line.Trim()))
            {
                Assert.AreEqual(1, after.Split('\n').Count(other => other.Trim() == line), line);
            }

            Assert.AreEqual(after, Write(after, Release with { Tag = null }));
        },
        Release with { Tag = null });

    private void Check(Action<string, string> law, Changelog.Changelog? written = null)
    {
        var seed = RandomSeed.Choose(TestContext, Count);

        foreach (var pieces in Pieces.ListOf().Sample(Count, new Rnd((ulong)seed), 10))
        {
            // A line of its own each, so that it can be found again.
            var notes = string.Concat(pieces.Select((piece, index) => piece.Replace("#", "§", StringComparison.Ordinal).Replace("§§§§", "####", StringComparison.Ordinal).Replace("§§§", "###", StringComparison.Ordinal).Replace("§", $"{index}", StringComparison.Ordinal)));
            var before = $"# Changelog\n\n## [Unreleased]\n\n{notes}\n\n## [1.0.0] - 2026-01-01\n\n- begin\n";

            try
            {
                law(before, Write(before, written ?? Release));
            }
            catch (Exception failed) when (failed is AssertFailedException or ReleaseException)
            {
                Assert.Fail($"seed {seed}: {failed.Message}\n--- before\n{before}\n--- after\n{Write(before, written ?? Release)}");
            }
        }
    }

    private static string Write(string text, Changelog.Changelog release)
    {
        var file = ChangelogFile.Read(SourceText.From("CHANGELOG.md", text), HeadingReader.Usual);
        var renderer = ChangelogRenderers.Find("keepachangelog")!;
        var style = FileForm.Of(file).Continue(new(renderer.Rules), release, renderer.Title);
        return ChangelogEdit.Of(file, [new(release, renderer.Render(release, style), style)], renderer.Preamble!).Result.Text;
    }

    private static Changelog.Changelog Release { get; } = new()
    {
        Tag = "v1.1.0",
        Previous = "v1.0.0",
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Breaking = [],
        Sections = [new("Fixed", [new(new CommitId(new string('7', 40)), "fix", null, "mend it", [], [])])],
        Accounting = Accounting.None,
    };
}
