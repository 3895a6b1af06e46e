using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class StampCommandTests
{
    private const string Chart = "name: api # \r\nversion: '0.1.0' # chart\r\nappVersion: 0.1.0";
    private const string Package = "{\n\t\"version\": \"0.1.0\"\n}\n";

    [TestMethod]
    public void Every_file_gets_the_version_and_a_second_run_has_nothing_to_do()
    {
        using var repository = Repository();

        var run = Stamp(repository).Expect();

        Assert.AreEqual(
            "deploy/Chart.yaml(2,10): version was '0.1.0', is '1.4.1'\ndeploy/Chart.yaml(3,13): appVersion was '0.1.0', is '1.4.1'\nweb/package.json(2,13): version was '0.1.0', is '1.4.1'\n",
            run.Output);
        Assert.AreEqual(Chart.Replace("0.1.0", "1.4.1", StringComparison.Ordinal), Read(repository, "deploy/Chart.yaml"));
        Assert.AreEqual(Package.Replace("0.1.0", "1.4.1", StringComparison.Ordinal), Read(repository, "web/package.json"));
        Assert.AreEqual("Nothing to do: 2 files say 1.4.1.\n", Stamp(repository).Expect().Output);
    }

    [TestMethod]
    public void What_a_file_said_reaches_the_log_as_text_and_JSON_as_it_was()
    {
        using var repository = Repository();
        repository.Write("web/package.json", """{ "version": "\u001B[2J\n::error::x ##vso[x]" }""");

        var output = Stamp(repository, "--check").Expect(1).Output;
        var json = JsonDocument.Parse(Stamp(repository, "--check", "--json").Expect(1).Output).RootElement;

        StringAssert.Contains(output, "version is '\u241B[2J\u240A::error::x ##vso [x]', expected '1.4.1'\n");
        Assert.AreEqual("\e[2J\n::error::x ##vso[x]", json.GetProperty("files")[1].GetProperty("values")[0].GetProperty("found").GetString());
    }

    [TestMethod]
    public void A_check_fails_until_the_files_are_stamped_and_changes_nothing()
    {
        using var repository = Repository();

        var run = Stamp(repository, "--check").Expect(1);

        StringAssert.StartsWith(run.Output, "deploy/Chart.yaml(2,10): version is '0.1.0', expected '1.4.1'\n");
        Assert.AreEqual("dotnet-release : error RT3014: 3 values in 2 files differ from the version. Run 'dotnet release stamp'; with '--version VERSION' where the result is to be committed, since a commit raises a version that counts commits.\n", run.Error);
        Assert.AreEqual("", repository.Git("status", "--porcelain"));

        Stamp(repository).Expect();
        Stamp(repository, "--check").Expect();
    }

    [TestMethod]
    public void A_check_can_be_read_as_json()
    {
        using var repository = Repository();

        var run = Stamp(repository, "--check", "--json", "web").Expect(1);

        Assert.AreEqual("", run.Error);
        var answer = JsonDocument.Parse(run.Output).RootElement;
        Assert.IsTrue(answer.GetProperty("differs").GetBoolean());
        var file = answer.GetProperty("files").EnumerateArray().Single();
        var value = file.GetProperty("values").EnumerateArray().Single();
        Assert.AreEqual("web/package.json", file.GetProperty("file").GetString());
        Assert.AreEqual("version 2 13 0.1.0 1.4.1 True", $"{value.GetProperty("key")} {value.GetProperty("line")} {value.GetProperty("column")} {value.GetProperty("found")} {value.GetProperty("expected")} {value.GetProperty("differs")}");
    }

    [TestMethod]
    public void Each_file_gets_the_version_of_its_own_folder()
    {
        using var repository = Repository();
        repository.Write("web/version.json", """{ "version": "7.0", "publicReleaseRefSpec": ["main"] }""").Commit("feat: split");

        Stamp(repository).Expect();

        StringAssert.Contains(Read(repository, "deploy/Chart.yaml"), "version: '1.4.2'");
        StringAssert.Contains(Read(repository, "web/package.json"), "\"7.0.1\"");
    }

    [TestMethod]
    public void A_version_can_be_given_and_needs_no_version_file()
    {
        using var repository = new TempRepository();
        repository.Write("Chart.yaml", Chart);

        Stamp(repository, "--version", "2.0.0-rc.1").Expect();

        StringAssert.Contains(Read(repository, "Chart.yaml"), "appVersion: 2.0.0-rc.1");
    }

    [TestMethod]
    public void Only_what_git_knows_or_would_add_is_found()
    {
        using var repository = Repository();
        repository.Write(".gitignore", "ignored/\n").Write("ignored/Chart.yaml", Chart).Write("node_modules/x/package.json", Package)
            .Write("new/Chart.yaml", Chart).Write("deploy/charts/redis/Chart.yaml", Chart).Write("package.json", """{ "private": true }""");
        File.Delete(Path.Combine(repository.Path, "web", "package.json"));

        var run = Stamp(repository, "--check", "--json").Expect(1);

        CollectionAssert.AreEqual(
            new[] { "deploy/Chart.yaml", "new/Chart.yaml" },
            JsonDocument.Parse(run.Output).RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()).ToArray());
    }

    [TestMethod]
    public void A_file_that_is_named_is_stamped_wherever_it_lies()
    {
        using var repository = Repository();
        repository.Write("deploy/charts/redis/Chart.yaml", Chart);

        Stamp(repository, "deploy/charts/redis/Chart.yaml", "./deploy/../deploy/charts/redis/").Expect();

        StringAssert.Contains(Read(repository, "deploy/charts/redis/Chart.yaml"), "1.4.1");
        Assert.AreEqual(Chart, Read(repository, "deploy/Chart.yaml"));
    }

    [TestMethod]
    public void Nothing_is_written_when_one_file_is_malformed_and_all_complaints_come_together()
    {
        using var repository = Repository();
        repository.Write("bad/Chart.yaml", "name: x\nversion: [0.1.0\nappVersion: 1\n").Write("worse/package.json", "{\n  'version': 1\n}");

        var run = Stamp(repository).Expect(2);

        StringAssert.StartsWith(run.Error, "bad/Chart.yaml(3,1): error RT3002: ");
        StringAssert.Contains(run.Error, "\nworse/package.json(2,3): error RT3017: ");
        Assert.AreEqual("", repository.Git("diff", "--name-only"));
    }

    [TestMethod]
    public void Nothing_is_written_when_one_file_is_read_only()
    {
        using var repository = Repository();
        File.SetAttributes(Path.Combine(repository.Path, "web", "package.json"), FileAttributes.ReadOnly);

        var run = Stamp(repository).Expect(3);

        StringAssert.Contains(run.Error, "error RT3015: ");
        AssertUntouched(repository);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Nothing_is_written_when_one_folder_is_read_only()
    {
        using var repository = Repository();
        var folder = Path.Combine(repository.Path, "web");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        // Root may write everywhere, unless it gives up that right.
        var run = Environment.IsPrivilegedProcess
            ? ProgramRun.Run(repository.Path, repository.Environment(), "setpriv", "--bounding-set=-dac_override", BuiltTool.Path, "stamp")
            : BuiltTool.Run(repository.Path, repository.Environment(), "stamp");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.AreEqual(3, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, "error RT3016: ");
        AssertUntouched(repository);
    }

    [TestMethod]
    [DataRow("RT3013", "empty")]
    [DataRow("RT3011", "nowhere/Chart.yaml")]
    [DataRow("RT3009", "version.json")]
    [DataRow("RT3007", "package.json", DisplayName = "what is named must have a version")]
    [DataRow("RT3012", "../outside.json")]
    [DataRow("RT3010", "--version", "v1.4.0")]
    [DataRow("RT3011", "--", "--check")]
    public void What_cannot_be_stamped_is_refused(string code, params string[] arguments)
    {
        using var folder = new TempFolder();
        folder.Write("outside.json", Package);
        using var repository = Repository(new TempRepository(folder, "work"));
        repository.Write("empty/readme", "").Write("package.json", """{ "private": true }""");

        var run = Stamp(repository, arguments).Expect(2);

        StringAssert.Contains(run.Error, $"error {code}: ");
        Assert.AreEqual(Chart, Read(repository, "deploy/Chart.yaml"));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_link_out_of_the_repository_that_was_only_found_is_passed_over()
    {
        using var folder = new TempFolder();
        var outside = folder.Write("outside.json", Package);
        using var repository = Repository(new TempRepository(folder, "work"));
        File.CreateSymbolicLink(Path.Combine(repository.Path, "package.json"), "../outside.json");

        var run = Stamp(repository).Expect();

        Assert.AreEqual(
            $"dotnet-release : warning RT3018: 'package.json' is a link that leads out of the repository at '{repository.Path}', so it was passed over. Put a file in its place if it is to carry the version.\n",
            run.Error);
        StringAssert.Contains(Read(repository, "deploy/Chart.yaml"), "version: '1.4.1'");
        Assert.AreEqual(Package, File.ReadAllText(outside));

        var check = JsonDocument.Parse(Stamp(repository, "--check", "--json").Expect().Output).RootElement;
        Assert.AreEqual("RT3018", check.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        StringAssert.Contains(Stamp(repository, "package.json").Expect(2).Error, "error RT3012: ", "a name is taken at its word");
    }

    [TestMethod]
    public void Paths_count_from_the_folder_one_works_on()
    {
        using var repository = Repository();

        ReleaseCommand.Run(Path.GetTempPath(), "stamp", "package.json", "--repo", Path.Combine(repository.Path, "web")).Expect();

        StringAssert.Contains(Read(repository, "web/package.json"), "1.4.1");
    }

    [TestMethod]
    public void Help_ends_with_examples() =>
        StringAssert.Contains(ReleaseCommand.Run(Environment.CurrentDirectory, "stamp", "--help").Expect().Output, "dotnet release stamp --version 1.4.0");

    private static TempRepository Repository() => Repository(new TempRepository());

    private static TempRepository Repository(TempRepository repository)
    {
        repository.Write("version.json", """{ "version": "1.4", "publicReleaseRefSpec": ["main"] }""").Write("deploy/Chart.yaml", Chart).Write("web/package.json", Package).Commit("feat: begin");
        return repository;
    }

    private static void AssertUntouched(TempRepository repository) =>
        Assert.AreEqual("", repository.Git("status", "--porcelain", "--untracked-files=all", "--ignored"));

    private static string Read(TempRepository repository, string path) => File.ReadAllText(Path.Combine(repository.Path, path));

    [TestMethod]
    public void Without_a_path_git_s_index_says_which_files_there_are()
    {
        using var repository = new TempRepository();
        repository.Write("package.json", """{ "version": "0.1.0" }""").Commit("feat: begin");
        repository.Write("new/package.json", """{ "version": "0.1.0" }""").Write(".gitignore", "*.ignored/\n").Write("new/a.ignored/package.json", """{ "version": "0.1.0" }""");

        Assert.AreEqual("package.json(1,14): version was '0.1.0', is '1.4.0'\n", ReleaseCommand.Run(repository.Path, "stamp", "--version", "1.4.0").Expect().Output);
        Assert.AreEqual("new/package.json(1,14): version was '0.1.0', is '1.4.0'\n", ReleaseCommand.Run(repository.Path, "stamp", ".", "--version", "1.4.0").Expect().Output);
    }

    private static ProgramRun Stamp(TempRepository repository, params string[] arguments)
    {
        repository.Git("add", "--all");
        return ReleaseCommand.Run(repository.Path, ["stamp", .. arguments]);
    }
}
