using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class UserSettingsTests
{
    private static readonly string[] Five = ["Version", "PackageVersion", "AssemblyVersion", "FileVersion", "InformationalVersion"];

    [TestMethod]
    public void A_version_on_the_command_line_wins()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        var run = sample.Dotnet("pack", "Core", "-p:Version=9.8.7", "--output", "out", "-verbosity:normal", "-nodeReuse:false").Expect();

        Assert.AreEqual("9.8.7", BuiltPackage.Read(sample.At("out/Core.9.8.7.nupkg")).Version);
        var built = BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll"));
        Assert.AreEqual("9.8.7.0", built.AssemblyVersion);
        Assert.AreEqual($"9.8.7+{sample.Repository!.Head}", built.InformationalVersion, "what the SDK makes of it");
        Assert.AreEqual(1, run.Output.Split("The version '9.8.7' is from the property Version, so ReleaseTools computes none.").Length - 1, "said once");
    }

    [TestMethod]
    public void A_version_in_the_project_wins_even_where_it_is_the_default()
    {
        using var sample = new SampleSolution().Project("Core", "<PropertyGroup><Version>1.0.0</Version></PropertyGroup>").Commit();

        var properties = sample.Properties("Core", [.. Five, "_ReleaseToolsImageTags", "_ReleaseToolsCommit"]);

        Assert.AreEqual("1.0.0", properties.GetProperty("Version").GetString());
        Assert.AreEqual("1.0.0", properties.GetProperty("PackageVersion").GetString());
        Assert.AreEqual("1.0.0", properties.GetProperty("_ReleaseToolsImageTags").GetString(), "no floating tag for a version nobody computed");
        Assert.AreEqual(sample.Repository!.Head, properties.GetProperty("_ReleaseToolsCommit").GetString());
    }

    [TestMethod]
    public void What_the_user_set_stays_and_the_rest_is_computed()
    {
        using var sample = new SampleSolution()
            .Project("Core", "<PropertyGroup><AssemblyVersion>3.0.0.0</AssemblyVersion><InformationalVersion>mine</InformationalVersion></PropertyGroup>")
            .Commit();

        var properties = sample.Properties("Core", Five, "-p:Configuration=Release", "-p:PackageVersion=7.0.0", "-p:BuildNumber=77", "-p:PublicRelease=true");

        Assert.AreEqual("7.0.0", properties.GetProperty("PackageVersion").GetString());
        Assert.AreEqual("3.0.0.0", properties.GetProperty("AssemblyVersion").GetString());
        Assert.AreEqual("mine", properties.GetProperty("InformationalVersion").GetString());
        Assert.AreEqual("1.4.1-beta", properties.GetProperty("Version").GetString());
        Assert.AreEqual(sample.Version("AssemblyFileVersion"), properties.GetProperty("FileVersion").GetString());
    }

    [TestMethod]
    public void A_property_of_the_command_line_is_never_overwritten()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        Assert.AreEqual("77", sample.Properties("Core", ["BuildNumber", "GitVersionHeight"], "-p:BuildNumber=77").GetProperty("BuildNumber").GetString());
    }

    [TestMethod]
    [DataRow("1.2.3", "")]
    [DataRow("1.2.3-rc", "<VersionSuffix>rc</VersionSuffix>")]
    public void A_version_on_the_command_line_wins_where_the_project_would_make_the_same(string version, string suffix)
    {
        using var sample = new SampleSolution().Project("Core", $"<PropertyGroup><VersionPrefix>1.2.3</VersionPrefix>{suffix}</PropertyGroup>").Commit();

        Assert.AreEqual(version, sample.Properties("Core", ["PackageVersion", "Version"], $"-p:Version={version}").GetProperty("PackageVersion").GetString());
    }

    [TestMethod]
    public void Switched_off_for_all_it_does_not_touch_what_a_project_looks_at()
    {
        using var sample = new SampleSolution().Project("Core", """<PropertyGroup><VersionPrefix Condition="'$(VersionPrefix)' == ''">2.0.0</VersionPrefix></PropertyGroup>""").Commit();

        Assert.AreEqual("2.0.0", sample.Dotnet("msbuild", "Core", "-restore", "-nologo", "-p:ReleaseToolsEnabled=false", "-getProperty:Version").Expect().Output.Trim());
    }

    [TestMethod]
    public void A_project_may_look_whether_a_version_is_set()
    {
        using var sample = new SampleSolution().Project("Core", """<PropertyGroup><Version Condition="'$(Version)' == ''">3.2.1</Version></PropertyGroup>""").Commit();

        Assert.AreEqual("3.2.1", sample.Properties("Core", ["PackageVersion", "Version"]).GetProperty("PackageVersion").GetString());
    }

    [TestMethod]
    [DataRow("<PackageVersion>$(Version)</PackageVersion>")]
    [DataRow("<VersionPrefix>7.0.0</VersionPrefix>")]
    [DataRow("<VersionSuffix>ci</VersionSuffix>")]
    [DataRow("<VersionPrefix>7.0.0</VersionPrefix><VersionSuffix>ci</VersionSuffix>")]
    public void What_makes_no_version_of_its_own_changes_none(string settings)
    {
        using var sample = new SampleSolution().Project("Core", $"<PropertyGroup>{settings}</PropertyGroup>").Commit();

        var properties = sample.Properties("Core", Five, "-p:Configuration=Release");

        Assert.AreEqual(sample.Version("NuGetPackageVersion"), properties.GetProperty("Version").GetString());
        Assert.AreEqual(sample.Version("NuGetPackageVersion"), properties.GetProperty("PackageVersion").GetString());
        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), properties.GetProperty("InformationalVersion").GetString());
    }

    [TestMethod]
    [DataRow("9.8.7-rc.1+abc", "9.8.7", "9.8", "7", "-rc.1", "9.8.7-rc.1", "9.8.7-rc.1+abc", "9.8.7.0")]
    [DataRow("9.8", "9.8.0", "9.8", "0", "", "9.8", "9.8", "9.8.0.0")]
    public void Every_form_follows_a_given_version(string given, string simple, string minor, string patch, string prerelease, string npm, string whole, string file)
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        string[] names = ["BuildVersionSimple", "BuildVersion3Components", "MajorMinorVersion", "BuildNumber", "PrereleaseVersion", "NPMPackageVersion", "MinVerVersion", "AssemblyFileVersion", "GitCommitIdShort"];

        var properties = sample.Properties("Core", names, $"-p:Version={given}");

        CollectionAssert.AreEqual(
            new[] { simple, simple, minor, patch, prerelease, npm, whole, file, sample.Repository!.Head[..10] },
            names.Select(name => properties.GetProperty(name).GetString()).ToArray());
    }

    [TestMethod]
    public void Turned_off_it_leaves_no_trace()
    {
        using var sample = new SampleSolution().Project("Core", "<PropertyGroup><ReleaseToolsEnabled>false</ReleaseToolsEnabled><VersionSuffix>ci</VersionSuffix></PropertyGroup>").Commit();

        sample.Dotnet("build", "Core", "-nodeReuse:false").Expect();

        Assert.AreEqual($"1.0.0-ci+{sample.Repository!.Head}", BuiltAssembly.Read(sample.At("Core/bin/Debug/net10.0/Core.dll")).InformationalVersion);
    }

    [TestMethod]
    public void A_stable_public_release_is_told_to_images_and_labels()
    {
        using var sample = new SampleSolution().Project("Core").Write("version.json", """{ "version": "1.4" }""").Commit();
        sample.Repository!.Git("remote", "add", "origin", "https://ada:s3cret@git.example.test/acme/shop.git");

        var properties = sample.Properties(
            "Core",
            ["_ReleaseToolsImageTags", "_ReleaseToolsSemVer2", "_ReleaseToolsCommit", "_ReleaseToolsCommitDate", "_ReleaseToolsSource"],
            "-p:PublicRelease=true");

        Assert.AreEqual("1.4.1;1.4;1;latest", properties.GetProperty("_ReleaseToolsImageTags").GetString());
        Assert.AreEqual("1.4.1", properties.GetProperty("_ReleaseToolsSemVer2").GetString());
        Assert.AreEqual(sample.Repository.Head, properties.GetProperty("_ReleaseToolsCommit").GetString());
        Assert.AreEqual("2026-01-01T00:01:00Z", properties.GetProperty("_ReleaseToolsCommitDate").GetString());
        Assert.AreEqual("https://git.example.test/acme/shop", properties.GetProperty("_ReleaseToolsSource").GetString());
    }

    [TestMethod]
    public void A_hostile_branch_name_stays_a_text()
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        sample.Repository!.Git("switch", "--quiet", "--create", "fix;$(MSBuildToolsVersion)@(Compile)%0A%3B'x'");

        var properties = sample.Properties("Core", ["BuildingRef", "Version"]);

        Assert.AreEqual("refs/heads/fix;$(MSBuildToolsVersion)@(Compile)%0A%3B'x'", properties.GetProperty("BuildingRef").GetString());
    }
}
