using System.Reflection;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What a program that was built with the package says of itself, in three languages.</summary>
[TestClass]
public sealed class ThisAssemblyTests
{
    private const string Program = "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>";

    /// <summary>A value with everything that means something to MSBuild, to XML or to a compiler.</summary>
    private const string Awkward = """<ItemGroup><AdditionalThisAssemblyFields Include="Extra" String="a &quot;b&quot; \n %3B %24(x) “é” {0} 😀" /><AdditionalThisAssemblyFields Include="Level" Integer="-5" /><AdditionalThisAssemblyFields Include="On" Boolean="True" /><AdditionalThisAssemblyFields Include="Begun" Ticks="637505461230000000" /></ItemGroup>""";
    private const string AwkwardText = """a "b" \n ; $(x) “é” {0} 😀""";

    [TestMethod]
    [DataRow("Shop.csproj", "Program.cs", """
        System.Console.OutputEncoding = System.Text.Encoding.UTF8;
        System.Console.Write(string.Join("|", ThisAssembly.AssemblyVersion, ThisAssembly.AssemblyFileVersion, ThisAssembly.AssemblyInformationalVersion, ThisAssembly.AssemblyName, ThisAssembly.AssemblyConfiguration, ThisAssembly.RootNamespace, ThisAssembly.GitCommitId, ThisAssembly.GitCommitDate.ToString("O"), ThisAssembly.IsPublicRelease, ThisAssembly.IsPrerelease, ThisAssembly.Extra, ThisAssembly.Level, ThisAssembly.On, ThisAssembly.Begun.Year));
        """)]
    [DataRow("Shop.vbproj", "Program.vb", """
        Module Program
            Sub Main()
                System.Console.OutputEncoding = System.Text.Encoding.UTF8
                System.Console.Write(String.Join("|", ThisAssembly.AssemblyVersion, ThisAssembly.AssemblyFileVersion, ThisAssembly.AssemblyInformationalVersion, ThisAssembly.AssemblyName, ThisAssembly.AssemblyConfiguration, ThisAssembly.RootNamespace, ThisAssembly.GitCommitId, ThisAssembly.GitCommitDate.ToString("O"), ThisAssembly.IsPublicRelease, ThisAssembly.IsPrerelease, ThisAssembly.Extra, ThisAssembly.Level, ThisAssembly.On, ThisAssembly.Begun.Year))
            End Sub
        End Module
        """)]
    [DataRow("Shop.fsproj", "Program.fs", """
        module Program
        [<EntryPoint>]
        let main _ =
            System.Console.OutputEncoding <- System.Text.Encoding.UTF8
            System.Console.Write(System.String.Join("|", [| box ThisAssembly.AssemblyVersion; ThisAssembly.AssemblyFileVersion; ThisAssembly.AssemblyInformationalVersion; ThisAssembly.AssemblyName; ThisAssembly.AssemblyConfiguration; ThisAssembly.RootNamespace; ThisAssembly.GitCommitId; ThisAssembly.GitCommitDate.ToString("O"); ThisAssembly.IsPublicRelease; ThisAssembly.IsPrerelease; ThisAssembly.Extra; ThisAssembly.Level; ThisAssembly.On; ThisAssembly.Begun.Year |]))
            0
        """)]
    public void A_program_knows_its_version(string project, string source, string text)
    {
        var files = source.EndsWith(".fs", StringComparison.Ordinal) ? $"""<ItemGroup><Compile Include="{source}" /></ItemGroup>""" : "";
        using var sample = new SampleSolution().ProjectFile($"Shop/{project}", Program + Awkward + files).Write($"Shop/{source}", text).Commit();

        sample.Dotnet("build", "Shop", "--configuration", "Release", "-nodeReuse:false").Expect();

        Assert.AreEqual(
            string.Join('|', sample.Version("AssemblyVersion"), sample.Version("AssemblyFileVersion"), sample.Version("AssemblyInformationalVersion"), "Shop", "Release", "Shop", sample.Repository!.Head, "2026-01-01T00:01:00.0000000Z", "False", "True", AwkwardText, "-5", "True", "2021"),
            sample.Dotnet(sample.At("Shop/bin/Release/net10.0/Shop.dll")).Expect().Output);
    }

    [TestMethod]
    public void Two_assemblies_that_see_each_others_internals_do_not_see_each_others_version()
    {
        using var sample = new SampleSolution()
            .Project("Core", """<ItemGroup><InternalsVisibleTo Include="Api" /></ItemGroup>""")
            .Project("Api", """<PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup><ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""")
            .Write("Api/Name.cs", "public static class Name { public const string Own = ThisAssembly.AssemblyName; }\n")
            .Commit();

        sample.Dotnet("build", "Api", "-nodeReuse:false").Expect();
    }

    [TestMethod]
    [DataRow("ReleaseToolsThisAssemblyNamespace")]
    [DataRow("NBGV_ThisAssemblyNamespace")]
    public void The_namespace_is_the_projects_choice(string property)
    {
        using var sample = new SampleSolution()
            .Project("Core", $"<PropertyGroup><{property}>Acme.Shop</{property}></PropertyGroup>")
            .Write("Core/Name.cs", "public static class Name { public const string Own = Acme.Shop.ThisAssembly.AssemblyName; }\n")
            .Commit();

        sample.Dotnet("build", "Core", "-nodeReuse:false").Expect();
    }

    [TestMethod]
    [DataRow("ReleaseToolsThisAssembly")]
    [DataRow("NBGV_EmitThisAssemblyClass")]
    public void The_class_can_be_left_out(string property)
    {
        using var sample = new SampleSolution()
            .Project("Core", $"<PropertyGroup><{property}>false</{property}></PropertyGroup>")
            .Write("Core/Own.cs", "public static class ThisAssembly;\n")
            .Commit();

        sample.Dotnet("build", "Core", "-nodeReuse:false").Expect();
    }

    [TestMethod]
    public void The_key_an_assembly_is_signed_with_is_known_to_it()
    {
        using var key = new System.Security.Cryptography.RSACryptoServiceProvider(2048);
        using var sample = new SampleSolution()
            .Project("Core", "<PropertyGroup><SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>../acme.snk</AssemblyOriginatorKeyFile></PropertyGroup>")
            .Write("Core/Name.cs", "public static class Name { public const string Key = ThisAssembly.PublicKey; public const string Token = ThisAssembly.PublicKeyToken; }\n");
        File.WriteAllBytes(sample.At("acme.snk"), key.ExportCspBlob(includePrivateParameters: true));
        sample.Commit();

        sample.Dotnet("build", "Core", "-nodeReuse:false").Expect();

        var name = AssemblyName.GetAssemblyName(sample.At("Core/bin/Debug/net10.0/Core.dll"));
        var source = File.ReadAllText(sample.At("Core/obj/Debug/net10.0/Core.ThisAssembly.cs"));
        StringAssert.Contains(source, $"@PublicKey = \"{Convert.ToHexStringLower(name.GetPublicKey()!)}\"");
        StringAssert.Contains(source, $"@PublicKeyToken = \"{Convert.ToHexStringLower(name.GetPublicKeyToken()!)}\"");
    }

    [TestMethod]
    public void The_file_is_written_when_it_changes_or_is_gone_and_not_otherwise()
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        var file = sample.At("Core/obj/Debug/net10.0/Core.ThisAssembly.cs");
        Build();
        var written = File.GetLastWriteTimeUtc(file);

        Build();
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(file));

        Build("-p:Company=Acme");
        StringAssert.Contains(File.ReadAllText(file), "@AssemblyCompany = \"Acme\"");

        File.Delete(file);
        Build("-p:Company=Acme");
        StringAssert.Contains(File.ReadAllText(file), "@AssemblyCompany = \"Acme\"");

        void Build(params string[] more) => sample.Dotnet(["build", "Core", "-nodeReuse:false", .. more]).Expect();
    }

    [TestMethod]
    [DataRow("""<AdditionalThisAssemblyFields Include="1st" String="x" />""", "", "RT2081", "'1st'")]
    [DataRow("""<AdditionalThisAssemblyFields Include="gitcommitid" String="x" />""", "", "RT2082", "'gitcommitid'")]
    [DataRow("""<AdditionalThisAssemblyFields Include="Both" String="x" Boolean="true" />""", "", "RT2083", "'Both'")]
    [DataRow("""<AdditionalThisAssemblyFields Include="Level" Integer="much" />""", "", "RT2083", "'Level'")]
    [DataRow("", "<ReleaseToolsThisAssemblyNamespace>a-b</ReleaseToolsThisAssemblyNamespace>", "RT2084", "'a-b'")]
    public void What_cannot_be_a_field_is_refused(string item, string property, string code, string named)
    {
        using var sample = new SampleSolution().Project("Core", $"<PropertyGroup>{property}</PropertyGroup><ItemGroup>{item}</ItemGroup>").Commit();

        var run = sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect(1);

        StringAssert.Contains(run.Output, $"{sample.At("Core/Core.csproj")} : error {code}: ");
        StringAssert.Contains(run.Output, named);
    }
}
