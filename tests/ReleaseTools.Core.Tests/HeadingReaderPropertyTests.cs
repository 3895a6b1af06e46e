using FsCheck;
using FsCheck.Fluent;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>Whatever tags and headings are called, a section that was written is found again.</summary>
[TestClass]
public sealed class HeadingReaderPropertyTests
{
    private const int Count = 600;

    private static readonly string[] Versions = ["2.0.0", "1.10.0-rc.1", "1.9.0", "1.0.0", "0.1.0+build.5"];

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_file_written_twice_is_the_file_written_once(bool hasLinks)
    {
        var accepted = 0;

        Check(random =>
        {
            if (random.Template is { } title)
            {
                accepted++;
                var once = Write(SourceText.From("CHANGELOG.md", ""), random, title, hasLinks, Versions);

                Assert.AreEqual(once.Text, Write(once, random, title, hasLinks, Versions).Text);
                Assert.AreEqual(string.Join(' ', Versions), string.Join(' ', Read(once, random, title).Released.Select(section => section.Version)));
            }
        });

        Assert.IsTrue(accepted > Count / 10, $"{accepted} titles were accepted");
    }

    [TestMethod]
    public void A_version_written_alone_stands_between_those_around_it() => Check(random =>
    {
        if (random.Template is { } title)
        {
            var without = Write(SourceText.From("CHANGELOG.md", ""), random, title, hasLinks: false, [.. Versions.Where(version => version != "1.9.0")]);
            var with = Write(without, random, title, hasLinks: false, "1.9.0");

            Assert.AreEqual(string.Join(' ', Versions), string.Join(' ', Read(with, random, title).Released.Select(section => section.Version)));
        }
    });

    [TestMethod]
    [DataRow("{version} {release}{date}", false)]
    [DataRow("{tag}1.0.0#{release}{date}", false)]
    [DataRow("[{version}]({release}) {date}", true)]
    [DataRow("{version} ({date}) {compare}", true)]
    public void A_day_that_ends_an_address_is_not_said(string title, bool isSaid) => Assert.AreEqual(isSaid, HeadingReader.CanReadBack(LineTemplate.Of(title)));

    private void Check(Action<RandomChangelogTitle> law)
    {
        var seed = RandomSeed.Choose(TestContext, Count);

        foreach (var random in RandomChangelogTitle.Any.Sample(Count, new Rnd((ulong)seed), 8))
        {
            try
            {
                law(random);
            }
            catch (Exception failed) when (failed is AssertFailedException or ReleaseException)
            {
                Assert.Fail($"seed {seed}, prefix '{random.Prefix}', title '{random.Title}': {failed.Message}");
            }
        }
    }

    private static ChangelogFile Read(SourceText source, RandomChangelogTitle random, LineTemplate title) => ChangelogFile.Read(source, new(ChangelogRenderers.Titles.Prepend(title), [random.Prefix]));

    private static SourceText Write(SourceText source, RandomChangelogTitle random, LineTemplate title, bool hasLinks, params string[] versions)
    {
        var file = Read(source, random, title);
        var renderer = ChangelogRenderers.All[0];
        var form = FileForm.Of(file);
        var style = new ChangelogStyle(renderer.Rules) { Title = title, Links = hasLinks ? RepositoryLinks.Find("git@github.com:acme/shop.git") : null };

        var written = versions.Select(version => Changelog(random.Prefix, version)).Select(changelog => form.Continue(style, changelog, renderer.Title) is var own ? new WrittenSection(changelog, renderer.Render(changelog, own), own) : null!);
        return ChangelogEdit.Of(file, [.. written], renderer.Preamble!).Result;
    }

    private static Changelog.Changelog Changelog(string prefix, string version) => new()
    {
        Tag = prefix + version,
        Version = NuGet.Versioning.SemanticVersion.Parse(version),
        Previous = version == "0.1.0+build.5" ? null : $"{prefix}0.1.0",
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Breaking = [],
        Sections = [new("Bug Fixes", [new(new CommitId(new string('7', 40)), "fix", null, $"what {version} mends", [], [])])],
        Accounting = Accounting.None,
    };
}
