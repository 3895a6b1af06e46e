using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class StampFilesTests
{
    /// <summary>Comments, both kinds of quotes, an anchor, CRLF and a byte order mark.</summary>
    private const string UglyChart =
        "\ufeff# 0.1.0\r\napiVersion: 'v2' # \"0.1.0\"\r\nname: &name \"api\"\r\nversion: '0.1.0' # 0.1.0\r\n\r\nappVersion: &app \"0.1.0\"\t# *app\r\nannotations: { app: *app, name: *name }";

    [TestMethod]
    public void A_stamped_copy_differs_from_its_source_in_the_two_values_only()
    {
        using var folder = new TempFolder();
        var source = folder.Write("Chart.yaml", UglyChart);
        var copy = folder.At("obj/release/Chart.yaml");

        Assert.IsTrue(StampFiles.Write(source, copy, "2.3.4"));

        var (before, after) = (File.ReadAllBytes(source), File.ReadAllBytes(copy));
        Assert.AreEqual(before.Length, after.Length);
        var different = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToArray();
        var (chart, app) = (UglyChart.IndexOf("version: '", StringComparison.Ordinal) + 10 + 2, UglyChart.IndexOf("&app \"", StringComparison.Ordinal) + 6 + 2);
        CollectionAssert.AreEqual(new[] { chart, chart + 2, chart + 4, app, app + 2, app + 4 }, different, "the mark is one character and three bytes");
        Assert.AreEqual(UglyChart.TrimStart('\ufeff'), File.ReadAllText(source), "the source stays as it is");
    }

    [TestMethod]
    public void A_copy_that_is_right_already_keeps_its_time_stamp()
    {
        using var folder = new TempFolder();
        var source = folder.Write("package.json", """{ "version": "0.0.0" }""");
        var copy = folder.At("obj/package.json");
        StampFiles.Write(source, copy, "1.4.0");
        File.SetLastWriteTimeUtc(copy, DateTime.UnixEpoch);

        Assert.IsFalse(StampFiles.Write(source, copy, "1.4.0"));
        Assert.AreEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(copy));

        Assert.IsTrue(StampFiles.Write(source, copy, "1.4.1"));
        Assert.AreEqual("""{ "version": "1.4.1" }""", File.ReadAllText(copy));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false, DisplayName = "where there is no git as well")]
    public void A_copy_is_stamped_as_the_version_file_of_the_project_says(bool hasGit)
    {
        using var folder = new TempFolder();
        using var repository = hasGit ? new TempRepository(folder, "work") : null;
        folder.Write("work/version.json", """{ "releaseTools": { "imageTags": ["v{version}"], "charts": { "version": "independent" }, "stamp": [{ "file": "deploy/*.yaml", "yaml": "image.tag", "value": "{image-tag}" }] } }""");
        folder.Write("work/src/version.json", """{ "inherit": true }""");
        var values = folder.Write("work/deploy/values.yaml", "image:\n  tag: '' # tag\n");
        var chart = folder.Write("work/other/Chart.yaml", "version: 0.1.0\nappVersion: 0.1.0\n");
        var copy = folder.At("work/src/obj/copy");

        StampFiles.Write(values, copy, "1.4.0", folder.At("work/src/api"));
        Assert.AreEqual("image:\n  tag: 'v1.4.0' # tag\n", File.ReadAllText(copy));
        StampFiles.Write(chart, copy, "1.4.0", folder.At("work/src/api"));
        Assert.AreEqual("version: 0.1.0\nappVersion: v1.4.0\n", File.ReadAllText(copy));
        StringAssert.Contains(Complaint(() => StampFiles.Write(folder.Write("work/values.yaml", ""), copy, "1.4.0", folder.At("work/src/api"))), "error RT3009");
    }

    [TestMethod]
    public void A_file_of_immense_size_is_not_read()
    {
        using var folder = new TempFolder();
        var source = folder.Write("package.json", "{}");

        using (var file = File.OpenWrite(source))
        {
            file.SetLength(33L * 1024 * 1024);
        }

        StringAssert.Contains(Complaint(() => StampFiles.Write(source, folder.At("obj/package.json"), "1.4.0")), "error RT3028");
    }

    [TestMethod]
    public void A_source_that_is_missing_or_has_no_version_is_refused()
    {
        using var folder = new TempFolder();
        var source = folder.Write("package.json", "{}");

        StringAssert.Contains(Complaint(() => StampFiles.Write(source, folder.At("obj/package.json"), "1.4.0")), $"{source}(1,1): error RT3007");
        StringAssert.Contains(Complaint(() => StampFiles.Write(folder.At("no/Chart.yaml"), folder.At("obj/Chart.yaml"), "1.4.0")), "error RT3011");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_link_inside_the_repository_is_followed_and_stays_a_link()
    {
        using var repository = new TempRepository();
        repository.Write("shared/base.yaml", "version: 0.1.0\n");
        Directory.CreateDirectory(Path.Combine(repository.Path, "chart"));
        File.CreateSymbolicLink(Path.Combine(repository.Path, "chart", "Chart.yaml"), "../shared/base.yaml");

        var git = GitRepository.Open(repository.Path);
        StampFiles.Write(StampFiles.Plan(git, new StampScope([repository.Path]) { HasUntracked = true }, _ => "1.4.0"));

        Assert.AreEqual("version: 1.4.0\n", File.ReadAllText(Path.Combine(repository.Path, "shared", "base.yaml")));
        Assert.AreEqual("../shared/base.yaml", new FileInfo(Path.Combine(repository.Path, "chart", "Chart.yaml")).LinkTarget);
    }

    [TestMethod]
    [DataRow("Chart.yaml", "linked file")]
    [DataRow("out/Chart.yaml", "linked folder")]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void No_link_leads_out_of_the_repository(string path, string kind)
    {
        using var folder = new TempFolder();
        var outside = folder.Write("outside/Chart.yaml", "version: 0.1.0\n");
        using var repository = new TempRepository(folder, "work");
        File.CreateSymbolicLink(Path.Combine(repository.Path, path.Split('/')[0]), kind == "linked file" ? outside : Path.GetDirectoryName(outside)!);

        var git = GitRepository.Open(repository.Path);

        StringAssert.Contains(Complaint(() => StampFiles.Plan(git, new StampScope([Path.Combine(repository.Path, path)]) { HasUntracked = true }, _ => "1.4.0")), "error RT3012");
        Assert.AreEqual("version: 0.1.0\n", File.ReadAllText(outside));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_repository_reached_through_a_link_is_the_same_repository()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Write("a/Chart.yaml", "version: 0.1.0\n");
        File.CreateSymbolicLink(folder.At("link"), repository.Path);

        var plan = StampFiles.Plan(GitRepository.Open(folder.At("link")), new StampScope([folder.At("link/a")]) { HasUntracked = true }, _ => "1.4.0").Plans.Single();

        Assert.AreEqual("a/Chart.yaml", plan.Source.Path);
    }

    [TestMethod]
    public void A_file_that_changed_to_read_only_since_it_was_planned_stops_all_writing()
    {
        using var repository = new TempRepository();
        repository.Write("a/Chart.yaml", "version: 0.1.0\n").Write("b/Chart.yaml", "version: 0.1.0\n");
        var git = GitRepository.Open(repository.Path);
        var stamps = StampFiles.Plan(git, new StampScope([repository.Path]) { HasUntracked = true }, _ => "1.4.0");
        File.SetAttributes(Path.Combine(repository.Path, "b", "Chart.yaml"), FileAttributes.ReadOnly);

        StringAssert.Contains(Complaint(() => StampFiles.Write(stamps)), "error RT3015");

        Assert.AreEqual("version: 0.1.0\n", File.ReadAllText(Path.Combine(repository.Path, "a", "Chart.yaml")));
        Assert.AreEqual(1, Directory.GetFiles(Path.Combine(repository.Path, "a")).Length, "nothing is left behind");
    }

    private static string Complaint(Action action) => Assert.ThrowsExactly<ReleaseException>(action).Message;
}
