using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What <c>stamp --diff</c> prints, with git as the judge.</summary>
[TestClass]
public sealed class StampDiffTests
{
    [TestMethod]
    [DataRow("a\nb\nc\nd\nversion: 0.1.0 # x\ne\nf\ng\nh\n", DisplayName = "in the middle")]
    [DataRow("version: 0.1.0", DisplayName = "the only line, without an end")]
    [DataRow("x: 1\r\nversion: 0.1.0\r\nappVersion: '0.1.0'", DisplayName = "CRLF, and no end")]
    [DataRow("version: 0.1.0\nappVersion: 0.1.0\n", DisplayName = "lines side by side")]
    [DataRow("{version: 0.1.0, appVersion: 0.1.0}\n", DisplayName = "two values in one line")]
    [DataRow("version: 0.1.0\n1: 1\n2: 2\n3: 3\n4: 4\n5: 5\n6: 6\nappVersion: 0.1.0\n", DisplayName = "surroundings that touch")]
    [DataRow("version: 0.1.0\n1: 1\n2: 2\n3: 3\n4: 4\n5: 5\n6: 6\n7: 7\nappVersion: 0.1.0\n", DisplayName = "surroundings that do not")]
    [DataRow("a: |\n  1\n\n\n  2\nversion: \"0.1\n  .0\"\nappVersion: '0\n\n  1'\n1: 1\n2: 2\n3: 3\n4: 4\n5: 5\n6: 6\n7: 7\n8: 8\n9: [0.1.0\n  , a]", DisplayName = "values of several lines")]
    [DataRow("\ufeffversion: 0.1.0\n", DisplayName = "a byte order mark")]
    public void The_diff_applied_is_what_stamping_writes(string chart)
    {
        using var repository = new TempRepository();
        var text = chart.StartsWith("a\n", StringComparison.Ordinal) ? string.Concat(chart.Split('\n').Select(line => line.Length == 1 ? $"{line}: 1\n" : $"{line}\n")) : chart;
        repository.Write("deploy/Chart.yaml", text).Commit("feat: begin");

        var diff = Stamp(repository, "--diff").Expect().Output;
        Assert.AreEqual("", repository.Git("status", "--porcelain"), "nothing changes");
        File.WriteAllText(Path.Combine(repository.Path, "..", "patch"), diff);
        Stamp(repository).Expect();
        var stamped = File.ReadAllBytes(Path.Combine(repository.Path, "deploy/Chart.yaml"));
        repository.Git("checkout", "--quiet", ".");
        repository.Git("-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", Path.Combine(repository.Path, "..", "patch"));

        CollectionAssert.AreEqual(stamped, File.ReadAllBytes(Path.Combine(repository.Path, "deploy/Chart.yaml")));
        Assert.AreEqual("", Stamp(repository, "--diff").Expect().Output);
    }

    [TestMethod]
    public void The_diff_reads_as_diffs_do()
    {
        using var repository = new TempRepository();
        repository.Write("Chart.yaml", "name: a\nversion: 0.1.0\nx: 1");

        Assert.AreEqual(
            "--- a/Chart.yaml\n+++ b/Chart.yaml\n@@ -1,3 +1,3 @@\n name: a\n-version: 0.1.0\n+version: 1.4.0\n x: 1\n\\ No newline at end of file\n",
            Stamp(repository, "--diff").Expect().Output);
        var file = JsonDocument.Parse(Stamp(repository, "--diff", "--check", "--json").Expect(1).Output).RootElement.GetProperty("files")[0];
        StringAssert.Contains(file.GetProperty("diff").GetString(), "\n+version: 1.4.0\n");
    }

    [TestMethod]
    public void With_a_check_the_diff_decides_the_exit_code()
    {
        using var repository = new TempRepository();
        repository.Write("Chart.yaml", "version: 0.1.0\n");

        StringAssert.Contains(Stamp(repository, "--diff", "--check").Expect(1).Output, "+version: 1.4.0\n");
    }

    [TestMethod]
    public void No_line_of_a_file_starts_a_command_in_a_CI_log()
    {
        using var repository = new TempRepository();
        repository.Write("Chart.yaml", "# ##vso[x]\u001b[2J\nversion: 0.1.0\n");

        var output = ReleaseCommand.RunInCi(repository.Path, new Dictionary<string, string> { ["TF_BUILD"] = "True" }, "stamp", ".", "--version", "1.4.0", "--diff").Expect().Output;

        StringAssert.Contains(output, "##vso [x]\u241B[2J\n-version: 0.1.0\n");
    }

    private static ProgramRun Stamp(TempRepository repository, params string[] arguments)
    {
        repository.Git("add", "--all");
        return ReleaseCommand.Run(repository.Path, ["stamp", "--version", "1.4.0", .. arguments]);
    }
}
