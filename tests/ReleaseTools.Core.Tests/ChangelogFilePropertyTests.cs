using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>The laws of writing a section into a changelog, on files made at random.</summary>
[TestClass]
public sealed class ChangelogFilePropertyTests
{
    private const int Count = 1_500;

    private static readonly string[] Written = [.. RandomChangelogFile.Versions, "3.0.0", "1.9.2", "0.0.1", ""];

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void Writing_a_section_twice_is_writing_it_once() => Check((file, version) =>
    {
        var once = Write(file, version, "new").Result;

        Assert.AreEqual(once.Text, Write(once, version, "new").Result.Text);
        Assert.IsTrue(Write(once, version, "new").IsUpToDate);
    });

    [TestMethod]
    public void No_other_section_changes_and_none_is_lost() => Check((file, version) =>
    {
        var before = Sections(file);
        var after = Sections(Write(file, version, "new").Result);
        var name = version.Length == 0 ? "Unreleased" : version;

        Assert.IsTrue(after.ContainsKey(name));
        CollectionAssert.AreEquivalent(before.Keys.Append(name).Distinct().ToArray(), after.Keys.ToArray());

        // What is not released yet moves into a new version.
        CollectionAssert.AreEquivalent(before.Where(one => one.Key != name && one.Key != "Unreleased").ToArray(), after.Where(one => one.Key != name && one.Key != "Unreleased").ToArray());
        Assert.IsTrue(name == "Unreleased" || !before.ContainsKey("Unreleased") || string.Concat(after.Values).Contains("- by hand", StringComparison.Ordinal));
    });

    [TestMethod]
    public void Outside_the_section_and_the_addresses_every_character_stays() => Check((file, version) =>
    {
        var read = ChangelogFile.Read(file, HeadingReader.Usual);
        FileSection?[] sections = [read.Find(Changelog(version, "new")), read.Unreleased];

        foreach (var edit in Write(file, version, "new").Edits)
        {
            Assert.IsTrue(
                edit.Length == 0 || read.Definitions.Any(one => edit.Start == one.AddressStart && edit.Length == one.Address.Length) || sections.Any(old => old is not null && edit.Start >= old.Start && edit.Start + edit.Length <= old.End),
                $"{edit.Start}+{edit.Length} changes '{file.Text.AsSpan(edit.Start, edit.Length)}'");
        }
    });

    [TestMethod]
    public void Every_line_behind_the_last_section_stays_in_its_place()
    {
        var seed = RandomSeed.Choose(TestContext, Count);

        foreach (var file in RandomChangelogFile.Any.Sample(Count / 5, new Rnd((ulong)seed), 8).Where(file => ChangelogFile.Read(SourceText.From("", file.Text), HeadingReader.Usual).Released is not []))
        {
            foreach (var version in Written)
            {
                var before = file.Tail.Split('\n').Where(line => !line.Contains("github.com", StringComparison.Ordinal)).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToArray();
                var after = Write(SourceText.From("CHANGELOG.md", file.Text), version, "new").Result.Text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && !line.Contains("github.com", StringComparison.Ordinal)).ToArray();

                CollectionAssert.AreEqual(before, after[^before.Length..], $"seed {seed}, version '{version}'\n--- file\n{file}\n---");
            }
        }
    }

    [TestMethod]
    public void What_is_written_by_hand_in_the_section_stays() => Check((file, version) =>
    {
        var result = Write(file, version, "new").Result.Text;

        foreach (var block in ManualBlock.FindAll(file.Text))
        {
            StringAssert.Contains(result, file.Text[block.Start..block.End]);
        }
    });

    [TestMethod]
    public void A_section_written_anew_leaves_a_newer_one_untouched() => Check((file, version) =>
    {
        var both = Write(Write(file, "1.9.2", "first").Result, "3.0.0", "newest").Result;
        var again = Write(both, "1.9.2", "changed").Result;

        Assert.AreEqual(Sections(both)["3.0.0"], Sections(again)["3.0.0"]);
        StringAssert.Contains(Sections(again)["1.9.2"], "changed");
        Assert.IsFalse(again.Text.Contains("first", StringComparison.Ordinal));
        _ = version;
    });

    [TestMethod]
    public void Line_ends_stay_of_one_kind() => Check((file, version) =>
    {
        if (file.Text.Contains('\n'))
        {
            var result = Write(file, version, "new").Result.Text;
            var lone = result.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n');

            Assert.AreEqual(!file.Text.Contains("\r\n", StringComparison.Ordinal), lone);
        }
    });

    [TestMethod]
    public void Headings_are_found_where_a_Markdown_reader_finds_them()
    {
        var seed = RandomSeed.Choose(TestContext, Count);

        foreach (var text in RandomChangelogFile.Lines.Sample(Count, new Rnd((ulong)seed), 30))
        {
            var expected = Markdown.Parse(text).OfType<HeadingBlock>().Where(heading => !heading.IsSetext).Select(heading => $"{heading.Span.Start}:{heading.Level}");

            Assert.AreEqual(string.Join(' ', expected), string.Join(' ', MarkdownHeadings.Of(text).Where(heading => text[heading.Start..].TrimStart(' ').StartsWith('#')).Select(heading => $"{text.IndexOf('#', heading.Start)}:{heading.Level}")), text);
        }
    }

    private void Check(Action<SourceText, string> law)
    {
        var seed = RandomSeed.Choose(TestContext, Count);
        var number = 0;

        foreach (var file in RandomChangelogFile.Any.Sample(Count, new Rnd((ulong)seed), 8))
        {
            var version = Written[number++ % Written.Length];

            try
            {
                law(SourceText.From("CHANGELOG.md", file.Text), version);
            }
            catch (AssertFailedException failed)
            {
                Assert.Fail($"seed {seed}, number {number}, version '{version}': {failed.Message}\n--- file\n{file}\n---");
            }
        }
    }

    private static ChangelogEdit Write(SourceText source, string version, string text)
    {
        var file = ChangelogFile.Read(source, HeadingReader.Usual);
        var form = FileForm.Of(file);
        var changelog = Changelog(version, text);
        var renderer = ChangelogRenderers.Find(form.FormatFor([changelog]) ?? "conventional")!;
        var style = form.Continue(new(form.Rename(renderer.Rules)) { Links = RepositoryLinks.Find("git@github.com:acme/shop.git") }, changelog, renderer.Title);
        return ChangelogEdit.Of(file, [new(changelog, renderer.Render(changelog, style), style)], renderer.Preamble!);
    }

    private static Changelog.Changelog Changelog(string version, string text) => new()
    {
        Tag = version.Length == 0 ? null : $"v{version}",
        Previous = "v0.0.1",
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Breaking = [],
        Sections = [new("Fixed", [new(new CommitId(new string('7', 40)), "fix", null, text, [], [])]), new("Bug Fixes", [new(new CommitId(new string('7', 40)), "fix", null, text, [], [])])],
        Accounting = Accounting.None,
    };

    private static Dictionary<string, string> Sections(SourceText source) =>
        ChangelogFile.Read(source, HeadingReader.Usual).Sections.ToDictionary(section => section.Version ?? "Unreleased", section => source.Text[section.Start..section.End]);
}
