using System.Formats.Tar;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Builds where git is not: in a container, or from a source archive.</summary>
[TestClass]
public sealed class HandedVersionTests
{
    private static readonly string[] Names =
    [
        "Version", "PackageVersion", "AssemblyVersion", "FileVersion", "InformationalVersion", "BuildVersion", "GitCommitId", "GitCommitDateTicks", "GitVersionHeight", "BuildingRef",
        "PublicRelease", "_ReleaseToolsSemVer2", "_ReleaseToolsImageTags", "_ReleaseToolsCommit", "_ReleaseToolsCommitDate", "_ReleaseToolsSource",
    ];

    [TestMethod]
    public void A_packed_version_gives_a_build_without_git_all_that_git_gives()
    {
        using var sample = Packed("""{ "version": "1.4", "publicReleaseRefSpec": ["^refs/heads/main$"] }""");
        using var context = new SampleSolution(hasRepository: false);
        BuildContext.Copy(sample.Folder, context.Folder);

        foreach (var project in new[] { "Core", "Api" })
        {
            var expected = sample.Properties(project, Names).GetRawText();
            Assert.AreEqual(expected, context.Properties(project, Names, "-p:ReleaseToolsFallbackVersion=9.9.9").GetRawText());
            StringAssert.Contains(expected, "https://example.test/acme/shop");
        }

        context.Dotnet(Ask("build", "Api")).Expect();
        Assert.AreEqual($"7.0.1+{sample.Repository!.Head[..10]}", BuiltAssembly.Read(context.At("Api/bin/Release/net10.0/Api.dll")).InformationalVersion);
        Assert.AreEqual("1.4.1;1.4;1;latest", context.Properties("Core", ["_ReleaseToolsImageTags", "Version"]).GetProperty("_ReleaseToolsImageTags").GetString());
        Assert.AreEqual(sample.Repository.Head, context.Properties("Core", ["_ReleaseToolsCommit", "Version"], "-p:Version=3.0.0").GetProperty("_ReleaseToolsCommit").GetString(), "a version of one's own");
    }

    [TestMethod]
    public void A_damaged_lock_stops_a_build_whatever_the_fallback()
    {
        using var sample = new SampleSolution(hasRepository: false).Project("Core").Write(".release/version.lock", "{ }");

        var run = sample.Dotnet(Ask("build", "Core", "-p:ReleaseToolsFallbackVersion=1.0.0"));

        Assert.AreEqual(1, run.ExitCode, run.All);
        StringAssert.Contains(run.Output, $"{sample.At("Core/Core.csproj")} : error RT1060: ");
    }

    [TestMethod]
    public void A_stale_lock_is_said_and_stops_no_build()
    {
        using var sample = Packed("""{ "version": "1.4" }""");
        sample.Commit("feat: more");

        var run = sample.Dotnet(Ask("build", "Core", "-warnaserror")).Expect();

        StringAssert.Contains(run.Output, "RT1063: ");
        StringAssert.StartsWith(BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")).InformationalVersion, "1.4.2+");
    }

    [TestMethod]
    public void Without_the_program_git_a_lock_counts_where_the_files_of_git_say_the_same()
    {
        using var sample = Packed("""{ "version": "1.4" }""");

        sample.DotnetWithoutGit(Ask("build", "Core")).Expect();
        Assert.AreEqual($"1.4.1+{sample.Repository!.Head[..10]}", BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")).InformationalVersion);

        sample.Commit("feat: more");
        var run = sample.DotnetWithoutGit(Ask("build", "Core"));
        Assert.AreEqual(1, run.ExitCode, run.All);
        StringAssert.Contains(run.Output, "error RT1064: ");
    }

    [TestMethod]
    public void Without_the_program_git_a_lock_is_sought_from_the_project_s_folder()
    {
        using var sample = new SampleSolution().Project("Core").Write("version.json", """{ "version": "1.4" }""").Write(".gitignore", ".release/version.lock\nbin\nobj\n").Commit();
        ReleaseCommand.Run(sample.Folder, "version", "pack", "--project", "Core").Expect();

        var run = sample.DotnetWithoutGit(Ask("build", "Core", "-v:n")).Expect();

        StringAssert.Contains(run.Output, $"The version is from '{sample.At("Core/.release/version.lock")}'.");
        StringAssert.StartsWith(BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")).InformationalVersion, "1.4.1+");
    }

    [TestMethod]
    public void A_lock_left_above_a_stranger_is_not_taken_and_leaves_the_fallback()
    {
        using var packed = Packed("""{ "version": "1.4" }""");
        using var stranger = new SampleSolution(hasRepository: false).Project("Stranger");
        stranger.Write(".release/version.lock", File.ReadAllText(packed.At(".release/version.lock")));

        StringAssert.Contains(stranger.Dotnet(Ask("build", "Stranger")).Output, "error RT1075: ");
        Assert.AreEqual("3.2.1", stranger.Properties("Stranger", ["Version", "PackageVersion"], "-p:ReleaseToolsFallbackVersion=3.2.1").GetProperty("PackageVersion").GetString());
    }

    [TestMethod]
    public void The_source_archive_of_a_release_builds_as_that_release()
    {
        using var sample = new SampleSolution().Project("Core").Write("version.json", """{ "version": "1.4", "publicReleaseRefSpec": ["^refs/tags/v"] }""");
        using var archive = new SampleSolution(hasRepository: false);
        ReleaseCommand.Run(sample.Folder, "version", "archive", "--apply").Expect();
        sample.Commit();
        sample.Repository!.Git("tag", "v1.4.1");
        sample.Repository.Git("archive", "--output", archive.At("source.tar"), "v1.4.1");
        TarFile.ExtractToDirectory(archive.At("source.tar"), archive.Folder, overwriteFiles: true);

        archive.Dotnet(Ask("build", "Core")).Expect();

        Assert.AreEqual($"1.4.1+{sample.Repository.Head[..10]}", BuiltAssembly.Read(archive.At("Core/bin/Release/net10.0/Core.dll")).InformationalVersion);
    }

    [TestMethod]
    public void The_source_archive_of_another_commit_takes_the_fallback()
    {
        using var sample = new SampleSolution(hasRepository: false).Project("Core");
        sample.Write(".release/archive.txt", $"commit={new string('a', 40)}\ncommitDate=2026-01-02T03:04:05Z\nauthorDate=2026-01-02T03:04:05Z\nrefs=HEAD -> main\n");

        StringAssert.Contains(sample.Dotnet(Ask("build", "Core")).Output, "error RT1069: ");
        sample.Dotnet(Ask("build", "Core", "-p:ReleaseToolsFallbackVersion=1.4.0-source")).Expect();
    }

    /// <summary>Two projects with versions of their own, committed once and packed.</summary>
    private static SampleSolution Packed(string settings)
    {
        var sample = new SampleSolution().Project("Core").Project("Api").Write("version.json", settings).Write("Api/version.json", settings.Replace("1.4", "7.0", StringComparison.Ordinal)).Commit();
        sample.Repository!.Git("remote", "add", "origin", "git@example.test:acme/shop.git");
        ReleaseCommand.Run(sample.Folder, "version", "pack").Expect();
        return sample;
    }

    private static string[] Ask(params string[] arguments) => [.. arguments, "--configuration", "Release", "-nologo", "-nodeReuse:false"];
}
