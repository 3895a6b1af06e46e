using System.Text.Json;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Names and filters as odd as git lets them be: the version is right, the name is told whole, and nothing in it is obeyed.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // A branch is a file there too, and files have no such names.
public sealed class OddNamesTests
{
    private static readonly string[] Names =
    [
        "über/日本/𝄞", "e\u0301", "\u202Egro.live", "\u2028x", "\u00A0", "ｍａｉｎ", "@", "@@", "-x", "--help", "--output=owned", "HEAD", "main", "refs/heads/main", "refs/tags/v1", "tags/v1", "v1.2.3", "{height}", "{version}",
        "a'b", "a\"b", "a;touch${IFS}owned", "$(touch${IFS}owned)", "`touch${IFS}owned`", "a&b|c>owned", "%0Aerror", "##vso]x", "<b>&amp;", "#{x}", "%(refname)", "%H%x00", "=x", "!x", "+x", ",", "a,b", "(x)", ";", "x/y/z", "0", "77729c0", "deadbeef",
        new string('a', 200), string.Join('/', Enumerable.Repeat("deep", 60)),
    ];

    [TestMethod]
    [DataRow("a\u009B2Jb")]
    [DataRow("a\u202Eb")]
    public void A_script_gets_the_very_name_and_a_terminal_none_that_it_would_obey(string name)
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Git("switch", "--quiet", "--create", name);

        Assert.AreEqual($"refs/heads/{name}\n", ReleaseCommand.Run(repository.Path, "version", "--get", "BuildingRef").Expect().Output);
        Assert.AreEqual($"refs/heads/a\uFFFD{name[2..]}\n", ReleaseCommand.RunAtTerminal(repository.Path, "version", "--get", "BuildingRef").Expect().Output);
    }

    [TestMethod]
    public void A_branch_and_a_tag_are_named_as_they_are()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2", "publicReleaseRefSpec": ["^refs/heads/main$"] }""").Commit("feat: begin");
        repository.Commit("feat: more");

        foreach (var name in Names)
        {
            repository.Git("update-ref", $"refs/heads/{name}", "refs/heads/main");
            repository.Git("update-ref", $"refs/tags/{name}", "refs/heads/main");
            repository.Git("symbolic-ref", "HEAD", $"refs/heads/{name}");

            Assert.AreEqual($"1.2.2 refs/heads/{name} {name == "main"}", Version(repository));
            Assert.AreEqual($"1.2.2 refs/heads/{name} {name == "main"}", Version(repository, "--", $"refs/tags/{name}"));
        }

        CollectionAssert.AreEquivalent(Names, GitRepository.Open(repository.Path).ReadTags().Select(tag => tag.Name).ToArray());
        Assert.AreEqual("", repository.Git("status", "--porcelain", "--untracked-files=all"), "no name was taken for a command");
    }

    [TestMethod]
    [DataRow(":(icase)v")]
    [DataRow(":!v")]
    [DataRow("*")]
    [DataRow("[v]")]
    public void A_folder_is_taken_by_its_name(string name)
    {
        using var repository = new TempRepository();
        repository.Write("V/version.json", """{ "version": "9.9" }""").Write($"{name}/version.json", """{ "version": "1.2" }""").Commit("feat: begin");

        Assert.AreEqual("1.2.0\n", ReleaseCommand.Run(repository.Path, "version", "next", "--project", name).Expect().Output);
        Assert.AreEqual("1.2.1 refs/heads/main False", Version(repository, "--project", name));
    }

    [TestMethod]
    public void A_branch_named_HEAD_does_not_hide_that_none_is_checked_out()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Git("update-ref", "refs/heads/HEAD", "main");
        repository.Git("checkout", "--quiet", "--detach", "refs/heads/main");

        Assert.AreEqual($"1.2.1 {repository.Head} False", Version(repository));
    }

    [TestMethod]
    public void More_filters_than_a_command_line_holds_are_a_diagnostic()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", $$"""{ "version": "1.2", "pathFilters": ["{{new string('a', 3_000_000)}}"] }""").Commit("build: count one path only");

        var run = ReleaseCommand.Run(repository.Path, "version");

        StringAssert.StartsWith(run.Error, "dotnet-release : error RT1004: 'git rev-list' ");
        Assert.AreEqual(3, run.ExitCode, run.All);
    }

    private static string Version(TempRepository repository, params string[] arguments)
    {
        var version = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, ["version", "--json", .. arguments]).Expect().Output).RootElement;
        return $"{version.GetProperty("SimpleVersion")} {version.GetProperty("BuildingRef")} {version.GetProperty("PublicRelease")}";
    }
}
