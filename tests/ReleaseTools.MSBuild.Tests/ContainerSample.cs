using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A web service that uses the packed package, at the third commit of its version, ready to be published as an image.</summary>
internal sealed class ContainerSample : IDisposable
{
    /// <summary>What every image must say of itself; the rest of a test's labels stand in its own project.</summary>
    public static readonly string[] OurLabels =
    [
        "org.opencontainers.image.created",
        "org.opencontainers.image.revision",
        "org.opencontainers.image.source",
        "org.opencontainers.image.title",
        "org.opencontainers.image.version",
    ];

    private readonly BaseImageServer _base = new();
    private readonly SampleSolution _solution = new();

    /// <param name="version">As version.json says it. <c>main</c> is public.</param>
    /// <param name="body">Further XML inside the project.</param>
    /// <param name="settings">Further members of version.json.</param>
    public ContainerSample(string version = "1.2", string body = "", string settings = "")
    {
        // Nothing but the SDK is needed: no host and no runtime pack of another platform.
        _solution
            .Write("version.json", $$"""{ "version": "{{version}}", "publicReleaseRefSpec": ["^refs/heads/main$"]{{(settings.Length > 0 ? $", {settings}" : "")}} }""")
            .Write("Shop/Program.cs", "var app = WebApplication.Create(args);\napp.Run();\n")
            .Write("Shop/Shop.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>
                    <UseAppHost>false</UseAppHost>
                    <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
                    <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
                    <ContainerBaseImage>{_base.Reference}</ContainerBaseImage>
                    <ContainerRepository>acme/shop</ContainerRepository>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="ReleaseTools.MSBuild" Version="{PackedPackage.Shared.Version}" PrivateAssets="all" />
                  </ItemGroup>
                  {body}
                </Project>
                """);
        Repository.Git("remote", "add", "origin", "https://git.example.test/acme/shop.git");
        _solution.Commit("feat: sell").Commit("fix: sell more").Commit("docs: say so");
    }

    public SampleSolution Solution => _solution;

    public TempRepository Repository => _solution.Repository!;

    /// <summary>Publishes; what kind of publish it is, and where to, the arguments say.</summary>
    public ProgramRun Publish(params IEnumerable<string> arguments) => TryPublish(arguments).Expect();

    public ProgramRun TryPublish(params IEnumerable<string> arguments) =>
        _solution.Dotnet(["publish", "Shop", "-nologo", "-nodeReuse:false", .. arguments]);

    /// <summary>Publishes with further variables, and leaves it to the test how that ends.</summary>
    public ProgramRun TryPublish(IReadOnlyDictionary<string, string?> variables, params IEnumerable<string> arguments) =>
        _solution.Dotnet(variables, ["publish", "Shop", "-nologo", "-nodeReuse:false", .. arguments]);

    /// <summary>Publishes for one platform, or for all, into an archive.</summary>
    public OciArchive PublishArchive(bool single, params IEnumerable<string> arguments)
    {
        var archive = _solution.At("out/shop.tar");
        string[] platform = single ? ["--runtime", "linux-x64", "--no-self-contained"] : [];
        Publish([.. platform, $"-p:ContainerArchiveOutputPath={archive}", .. arguments]);
        return OciArchive.Read(archive);
    }

    /// <summary>What the build wrote down of the image it made.</summary>
    public string Record(string platform = "") => File.ReadAllText(_solution.At($"Shop/obj/Release/net10.0/{platform}/release/images.json"));

    /// <summary>The five labels of the third commit.</summary>
    public Dictionary<string, string> ExpectedLabels(string version) => new()
    {
        ["org.opencontainers.image.created"] = "2026-01-01T00:03:00Z",
        ["org.opencontainers.image.revision"] = Repository.Head,
        ["org.opencontainers.image.source"] = "https://git.example.test/acme/shop",
        ["org.opencontainers.image.title"] = "Shop",
        ["org.opencontainers.image.version"] = version,
    };

    public void Dispose()
    {
        _base.Dispose();
        _solution.Dispose();
    }
}
