using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Handover;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionLockTests
{
    private static readonly string Hash = new('a', 40);

    [TestMethod]
    public void What_is_written_is_read_back_in_every_form()
    {
        var text = VersionLockWriter.Write(Lock("1.4"));

        var read = Read(text);

        var (expected, actual) = (Lock("1.4").Find("")!, read.Find("")!);
        CollectionAssert.AreEqual(VersionForms.Names.Select(name => Say(expected[name])).ToArray(), VersionForms.Names.Select(name => Say(actual[name])).ToArray());
        CollectionAssert.AreEqual(expected.ImageTags, actual.ImageTags);
        Assert.AreEqual((Hash, "1.0.3", "https://example.test/shop"), (read.Commit.Hash, read.Tool, read.Source));
        Assert.AreEqual(text, VersionLockWriter.Write(read));
    }

    [TestMethod]
    public void The_text_ends_with_a_line_feed_and_holds_no_other_line_end()
    {
        var text = VersionLockWriter.Write(Lock("1.4"));

        Assert.IsFalse(text.Contains('\r', StringComparison.Ordinal));
        StringAssert.EndsWith(text, "\"\n}\n");
    }

    [TestMethod]
    [DataRow("\"1.4.7\"", "\"1.4.8\"", "an edit")]
    [DataRow("\"schema\"", " \"schema\"", "white space")]
    [DataRow("\n}\n", "\n}", "the last line end")]
    [DataRow("\n", "\r\n", "other line ends")]
    [DataRow("\"commit\"", "commit", "no JSON")]
    [DataRow("sha256:", "sha256:0", "another checksum")]
    public void A_lock_that_was_touched_is_refused(string before, string after, string what)
    {
        var text = VersionLockWriter.Write(Lock("1.4"));
        StringAssert.Contains(text, before);

        Assert.AreEqual("RT1060", Refusal(text.Replace(before, after, StringComparison.Ordinal)), what);
    }

    [TestMethod]
    public void A_lock_cut_short_anywhere_is_refused()
    {
        var text = VersionLockWriter.Write(Lock("1.4"));

        for (var length = 0; length < text.Length; length++)
        {
            Assert.AreEqual("RT1060", Refusal(text[..length]), $"{length}");
        }
    }

    [TestMethod]
    public void A_lock_of_another_shape_names_the_tool_that_packed_it()
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => Read("""{ "schema": 2, "tool": "9.0" }"""));

        Assert.AreEqual("RT1061", stop.Diagnostics[0].Code);
        StringAssert.Contains(stop.Message, "(9.0)");
    }

    [TestMethod]
    [DataRow("\"SemVer2\"", "\"SemVer3\"")]
    [DataRow("1.4.7-gaaaaaaaaaa\"", "1.4.7\\u001b[2J\"")]
    [DataRow("\"VersionHeight\": 7", "\"VersionHeight\": 99999999999")]
    [DataRow("\"ImageTags\": [", "\"Other\": [")]
    [DataRow("\"PublicRelease\": false", "\"PublicRelease\": 7")]
    [DataRow("\"VersionHeight\": 7", "\"VersionHeight\": \"x\"")]
    [DataRow("\"VersionHeight\": 7", "\"VersionHeight\": null")]
    [DataRow("\"SemVer2\": \"", "\"SemVer2\": null, \"Other\": \"")]
    [DataRow("\"GitCommitDate\": \"1970-", "\"GitCommitDate\": \"10:00 1970-")]
    [DataRow("\"commit\": \"", "\"commit\": \"a\", \"other\": \"")]
    [DataRow("\"commit\": \"a", "\"commit\": \"")]
    [DataRow("\"commit\": \"a", "\"commit\": \"aa")]
    [DataRow("\"tool\": \"1.0.3\"", "\"tool\": 1")]
    [DataRow("\"folders\": [", "\"folders\": {}, \"other\": [")]
    public void A_right_checksum_does_not_make_anything_else_right(string before, string after)
    {
        var text = VersionLockWriter.Write(Lock("1.4"));
        StringAssert.Contains(text, before);
        var content = text[..text.LastIndexOf(",\n  \"checksum\"", StringComparison.Ordinal)].Replace(before, after, StringComparison.Ordinal);

        Assert.AreEqual("RT1061", Refusal(LockSeal.Close(content + "\n}")));
    }

    [TestMethod]
    public void A_folder_has_the_version_of_the_nearest_one_listed()
    {
        var versions = Lock("1.4");
        versions = versions with { Versions = versions.Versions.Add("src/Api", Forms("7.0")).Add("libs/other", null) };

        Assert.AreEqual("1.4.7", versions.Find("")!["SimpleVersion"]);
        Assert.AreEqual("1.4.7", versions.Find("src/Web/Pages")!["SimpleVersion"]);
        Assert.AreEqual("7.0.7", versions.Find("src/Api")!["SimpleVersion"]);
        Assert.AreEqual("7.0.7", versions.Find("src/Api/Controllers")!["SimpleVersion"]);
        Assert.AreEqual("1.4.7", versions.Find("src/Apis")!["SimpleVersion"]);
        Assert.IsNull(versions.Find("libs/other/src"), "a repository of its own");
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("src/Api", "src/Api")]
    [DataRow("SRC\u002fapi/controllers", "src/Api/Controllers")]
    [DataRow("src/Web", "src/Web")]
    [DataRow("src/WEB", "src/Web src/web")]
    [DataRow("src/New", null)]
    [DataRow("shop/src/Api", null)]
    [DataRow("libs/other/src/a", "libs/other")]
    [DataRow("LIBS/Other/src", "libs/other")]
    public void A_folder_is_found_as_the_commit_spells_it(string folder, string? spellings)
    {
        var versions = Lock("1.4");
        versions = versions with { Versions = versions.Versions.Add("libs/other", null) };

        Assert.AreEqual(spellings ?? "none", versions.Spellings(folder) is [] ? "none" : string.Join(' ', versions.Spellings(folder)));
    }

    private static VersionLock Lock(string version) => new()
    {
        Tool = "1.0.3",
        Commit = new(Hash),
        CommitDate = DateTimeOffset.UnixEpoch,
        Source = "https://example.test/shop",
        Folders = ["libs", "libs/other", "src", "src/Api", "src/Api/Controllers", "src/Apis", "src/Web", "src/web"],
        Versions = ImmutableSortedDictionary.Create<string, VersionForms?>(StringComparer.Ordinal).Add("", Forms(version)),
    };

    private static VersionForms Forms(string version) =>
        VersionForms.Of(VersionCalculator.Compute(new VersionFacts
        {
            Folder = "/work",
            Head = new()
            {
                Id = new(Hash),
                IsCheckedOut = false,
                Ref = "refs/heads/über",
                Tags = [],
                CommitDate = DateTimeOffset.UnixEpoch,
                AuthorDate = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            },
            CommittedFiles = new([new("version.json", $$"""{ "version": "{{version}}" }""")]),
            WorkingFiles = new([]),
            Counted = new(new([]), Height: 7, LastCounted: null),
        }));

    private static VersionLock Read(string text) => VersionLockReader.Read(SourceText.From(VersionLock.Place, text));

    private static string Refusal(string text) => Assert.ThrowsExactly<ReleaseException>(() => Read(text)).Diagnostics[0].Code;

    private static string Say(object? value) => value is ImmutableArray<string> list ? string.Join(' ', list) : $"{value?.GetType().Name} {value}";
}
