using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class StampTests
{
    private const string Chart = "name: shop # the chart\r\nversion: 0.0.0\r\nappVersion: \"0.0.0\"\r\n";

    [TestMethod]
    public void Copies_carry_the_version_and_the_sources_stay()
    {
        using var sample = Sample("""
            <ReleaseStamp Include="../chart/Chart.yaml" Kind="chart" />
            <ReleaseStamp Include="../web/package.json" />
            """);
        sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect();

        var version = sample.Version("SemVer2");
        var copy = sample.At("Core/obj/Debug/net10.0/release/chart/Chart.yaml");
        Assert.AreEqual(Chart.Replace("\"0.0.0\"", $"\"{version}\"", StringComparison.Ordinal).Replace("0.0.0", version, StringComparison.Ordinal), File.ReadAllText(copy));
        StringAssert.Contains(File.ReadAllText(sample.At("Core/obj/Debug/net10.0/release/web/package.json")), $"\"version\": \"{version}\"");
        Assert.AreEqual("", sample.Repository!.Git("status", "--porcelain"), "the sources");

        var written = File.GetLastWriteTimeUtc(copy);
        sample.Dotnet("build", "Core", "--no-restore", "-nologo", "-nodeReuse:false").Expect();
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(copy), "a copy that is right is left alone");

        sample.Dotnet("clean", "Core", "-nologo", "-nodeReuse:false").Expect();
        Assert.IsFalse(File.Exists(copy), "listed among the files that clean removes");
    }

    [TestMethod]
    public void A_file_that_version_json_lists_can_be_an_item()
    {
        using var sample = Sample("""<ReleaseStamp Include="../chart/values.yaml" />""").Write("chart/values.yaml", "image:\n  tag: 0.0.0\n")
            .Write("version.json", """{ "version": "1.4", "releaseTools": { "stamp": [{ "file": "chart/values.yaml", "yaml": "image.tag", "value": "v{version}" }] } }""");

        sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect();

        Assert.AreEqual($"image:\n  tag: v{sample.Version("SemVer2")}\n", File.ReadAllText(sample.At("Core/obj/Debug/net10.0/release/chart/values.yaml")));
    }

    [TestMethod]
    public void Copies_are_items_that_know_their_source()
    {
        using var sample = Sample("""<ReleaseStamp Include="../chart/Chart.yaml" Kind="chart" />""");

        var run = sample.Dotnet("msbuild", "Core", "-restore", "-target:StampReleaseFiles", "-getItem:ReleaseStamped", "-nodeReuse:false").Expect();

        StringAssert.Contains(run.Output, "\"Identity\": \"obj/Debug/net10.0/release/chart/Chart.yaml\"");
        StringAssert.Contains(run.Output, "\"Kind\": \"chart\"");
        StringAssert.Contains(run.Output, $"\"Source\": \"{sample.At("chart/Chart.yaml")}\"");
    }

    [TestMethod]
    public void Two_copies_never_meet_in_one_file()
    {
        const string Two = """<ReleaseStamp Include="../chart/Chart.yaml" /><ReleaseStamp Include="../blog/chart/Chart.yaml" {0} />""";
        using var sample = Sample(Two.Replace("{0}", "", StringComparison.Ordinal)).Write("blog/chart/Chart.yaml", Chart);

        var refused = sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false");
        StringAssert.Contains(refused.Expect(1).Output, $"{sample.At("Core/Core.csproj")} : error RT2052: ");

        sample.Project("Core", $"<ItemGroup>{Two.Replace("{0}", "Folder=\"blog\"", StringComparison.Ordinal)}</ItemGroup>");
        sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect();
        Assert.IsTrue(File.Exists(sample.At("Core/obj/Debug/net10.0/release/blog/Chart.yaml")));
    }

    [TestMethod]
    public void A_file_that_cannot_carry_the_version_has_its_place_in_the_log()
    {
        using var sample = Sample("""<ReleaseStamp Include="../chart/Chart.yaml" />""").Write("chart/Chart.yaml", "name: shop\nversion: [1]\n");

        var refused = sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect(1);

        StringAssert.Contains(refused.Output, $"{sample.At("chart/Chart.yaml")}(2,10): error RT3");
    }

    [TestMethod]
    public void A_folder_that_cannot_be_written_is_a_diagnostic()
    {
        using var sample = Sample("""<ReleaseStamp Include="../chart/Chart.yaml" />""");

        // A file where the folder would be refuses even the superuser.
        sample.Write("Core/obj/Debug/net10.0/release", "in the way");
        var refused = sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect(1);

        StringAssert.Contains(refused.Output, $"{sample.At("Core/Core.csproj")} : error RT0101: ");
        Assert.IsFalse(refused.Output.Contains("   at ", StringComparison.Ordinal), refused.All);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_read_only_folder_for_the_copies_is_a_diagnostic()
    {
        using var sample = Sample("""<ReleaseStamp Include="../chart/Chart.yaml" />""");
        sample.Dotnet("restore", "Core").Expect();
        var folder = Directory.CreateDirectory(sample.At("Core/obj/Debug/net10.0/release/chart")).FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        // Root may write everywhere, unless it gives up that right.
        string[] build = ["build", "Core", "-nologo", "-nodeReuse:false"];
        var refused = Environment.IsPrivilegedProcess
            ? ProgramRun.Run(sample.Folder, DotnetCommand.Environment, "setpriv", ["--bounding-set=-dac_override", "dotnet", .. build])
            : sample.Dotnet(build);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.AreEqual(1, refused.ExitCode, refused.All);
        StringAssert.Contains(refused.Output, $"{sample.At("Core/Core.csproj")} : error RT3016: ");
    }

    private static SampleSolution Sample(string items) => new SampleSolution()
        .Project("Core", $"<ItemGroup>{items}</ItemGroup>")
        .Write(".gitattributes", "* -text\n")
        .Write("chart/Chart.yaml", Chart)
        .Write("web/package.json", "{\n  \"name\": \"web\",\n  \"version\": \"0.0.0\"\n}\n")
        .Commit();
}
