// Walks the main path on a sample of its own: dotnet run build/try.cs
//
// Makes a repository in a temporary folder (a web service, a library, a Helm chart, an npm package, a short history), gives it the
// packages this repository makes, and takes it through version, build, stamp, image and changelog. It needs the .NET SDK and git;
// where docker-registry is installed, the image is pushed to one, else it is written as an archive.
#:project ../tests/ReleaseTools.Testing/ReleaseTools.Testing.csproj
#:property PublishAot=false

using ReleaseTools.Testing;

AppDomain.CurrentDomain.UnhandledException += (_, stop) =>
{
    Console.Error.WriteLine($"\nThe walk stopped here: {(stop.ExceptionObject as Exception)?.Message}");
    Environment.Exit(1);
};

const string ChartPath = "charts/shop/Chart.yaml";

var folder = new TempFolder();
var feed = Directory.CreateDirectory(folder.At("feed")).FullName;
var tools = folder.At("tools");
var sample = folder.At("shop");
var found = new List<(string Where, string Version)>();
var wrong = new List<string>();

Step("Pack the two packages of this repository");
foreach (var project in new[] { "src/ReleaseTools.MSBuild", "src/ReleaseTools.Cli" })
{
    Dotnet(SourceTree.Root, "pack", project, "--output", feed, "-nologo", "-v", "quiet").Expect();
}

var package = BuiltPackage.Read(Directory.GetFiles(feed, "ReleaseTools.MSBuild.*.nupkg").Single());
Dotnet(folder.Path, "tool", "install", "ReleaseTools.Cli", "--tool-path", tools, "--version", package.Version, "--configfile", WriteNugetConfig()).Expect();

Step("Make a sample repository");
var repository = new TempRepository(folder, "shop");
MakeHistory(repository);
Show(repository.Git("log", "--format=%h %s"));

Step("Ask for the version");
Show(Release("version").Output);
var version = Release("version", "--get", "SemVer2").Output.Trim();
var informational = Release("version", "--get", "AssemblyInformationalVersion").Output.Trim();
var tags = Release("version", "--get", "ImageTags").Output.Split(' ', StringSplitOptions.TrimEntries);

Step("Build and pack: the version reaches the assembly, the package and the stamped copies");
Dotnet(sample, "build", "Shop.slnx", "--configuration", "Release", "-nologo", "-v", "quiet").Expect();
Dotnet(sample, "pack", "src/Shop.Client", "--no-build", "--output", folder.At("out/packages"), "-nologo", "-v", "quiet").Expect();
Found("assembly  InformationalVersion", BuiltAssembly.Read(Path.Combine(sample, "src/Shop/bin/Release/net10.0/Shop.dll")).InformationalVersion, informational);
Found("package   Shop.Client.nupkg", BuiltPackage.Read(Directory.GetFiles(folder.At("out/packages"), "Shop.Client.*.nupkg").Single()).Version, version);
var copies = Path.Combine(sample, "src/Shop/obj/Release/net10.0/release");
Found("chart     version", Value(Path.Combine(copies, "shop/Chart.yaml"), "version:"), version);
Found("chart     appVersion", Value(Path.Combine(copies, "shop/Chart.yaml"), "appVersion:"), version);
Found("npm       package.json", Value(Path.Combine(copies, "web/package.json"), "\"version\":"), version);

Step("Publish the image for two platforms");
using (var baseImage = new BaseImageServer())
{
    if (LocalRegistry.IsAvailable)
    {
        using var registry = new LocalRegistry();
        Dotnet(sample, [.. Publish(baseImage), $"-p:ContainerRegistry={registry.Host}"]).Expect();
        Say($"pushed to docker-registry at {registry.Host}");
        ReadImage(registry.Repository("acme/shop"));
    }
    else
    {
        var archive = folder.At("out/shop-image.tar");
        Dotnet(sample, [.. Publish(baseImage), $"-p:ContainerArchiveOutputPath={archive}"]).Expect();
        Say($"docker-registry is not installed: written as an OCI archive, {archive}");
        ReadImage(OciArchive.Read(archive));
    }
}

Step("Print the changelog of the last release's range");
Show(Release("changelog", "v1.1.0..HEAD").Output);

Step("Install the hook, and commit badly");
Show(Release("hooks", "install").Output);
var refused = Commit("added stuff");
Show(refused.Error + refused.Output);
var accepted = Commit("feat: add stuff");

Step("Where the version stands now");
foreach (var (where, value) in found)
{
    Say($"{where,-32} {value}");
}

if (refused.ExitCode == 0)
{
    wrong.Add("the hook let a bad message pass");
}

if (accepted.ExitCode != 0)
{
    wrong.Add($"the hook refused a good message: {accepted.Error}");
}

foreach (var difference in wrong)
{
    Say($"WRONG: {difference}");
}

Say("");
Say($"The sample is yours to look at:  {sample}");
Say($"Stamped copies:                  {copies}");
Say($"The tool:                        {Path.Combine(tools, "dotnet-release")}");
return wrong.Count == 0 ? 0 : 1;

void Found(string where, string actual, string expected)
{
    found.Add((where, actual));

    if (actual != expected)
    {
        wrong.Add($"{where} is '{actual}', and '{expected}' was expected");
    }
}

void ReadImage(IImageStore store)
{
    Found("image     tags", string.Join(' ', store.Tags.Where(tag => !tag.Contains("-linux-", StringComparison.Ordinal))), string.Join(' ', tags.Order(StringComparer.Ordinal)));

    foreach (var platform in PublishedImage.Read(store, version).Platforms)
    {
        Found($"image     {platform.Platform}", platform.Labels["org.opencontainers.image.version"], version);

        foreach (var label in new[] { "revision", "source", "created", "title" })
        {
            Say($"  {platform.Platform}  {label,-8} {platform.Labels[$"org.opencontainers.image.{label}"]}");
        }
    }
}

IEnumerable<string> Publish(BaseImageServer baseImage) =>
    ["publish", "src/Shop", "-t:PublishContainer", "-nologo", "-v", "quiet", $"-p:ContainerBaseImage={baseImage.Reference}"];

ProgramRun Commit(string message)
{
    var environment = new Dictionary<string, string?>(repository.Environment()) { ["PATH"] = $"{tools}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" };
    return ProgramRun.Run(sample, environment, "git", "commit", "--allow-empty", "--message", message);
}

ProgramRun Release(params string[] arguments)
{
    Say($"$ dotnet release {string.Join(' ', arguments)}");
    return ProgramRun.Run(sample, repository.Environment(), Path.Combine(tools, OperatingSystem.IsWindows() ? "dotnet-release.exe" : "dotnet-release"), arguments).Expect();
}

ProgramRun Dotnet(string where, params IEnumerable<string> arguments)
{
    var list = arguments.ToArray();
    Say($"$ dotnet {string.Join(' ', list)}");
    return DotnetCommand.Run(where, list);
}

static string Value(string path, string key) =>
    File.ReadLines(path).Select(line => line.Trim()).First(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..].Split('#')[0].Trim(' ', '"', '\'', ',');

string WriteNugetConfig() => folder.Write("nuget.config", $"""
    <configuration>
      <config><add key="globalPackagesFolder" value="{folder.At("packages")}" /></config>
      <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
    </configuration>
    """);

void MakeHistory(TempRepository work)
{
    work.Git("remote", "add", "origin", "https://git.example.test/acme/shop.git");
    work.Write(".gitignore", "bin/\nobj/\n");
    work.Write("version.json", """
        {
          "version": "1.1",
          "publicReleaseRefSpec": ["^refs/heads/main$", "^refs/tags/v"]
        }
        """);
    work.Write("Shop.slnx", """
        <Solution>
          <Project Path="src/Shop/Shop.csproj" />
          <Project Path="src/Shop.Client/Shop.Client.csproj" />
        </Solution>
        """);
    work.Write("Directory.Build.props", $"""
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ReleaseTools.MSBuild" Version="{package.Version}" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """);
    work.Write("src/Shop/Shop.csproj", """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <ImplicitUsings>enable</ImplicitUsings>
            <ContainerRepository>acme/shop</ContainerRepository>
            <!-- Two platforms from the SDK alone: no host and no runtime pack of another platform is fetched. -->
            <RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>
            <UseAppHost>false</UseAppHost>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
            <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
          </PropertyGroup>
          <ItemGroup>
            <ReleaseStamp Include="../../charts/shop/Chart.yaml" />
            <ReleaseStamp Include="../../web/package.json" />
          </ItemGroup>
        </Project>
        """);
    work.Write("src/Shop/Program.cs", """
        var app = WebApplication.Create(args);
        app.MapGet("/", () => "open");
        app.Run();
        """);
    work.Write("src/Shop.Client/Shop.Client.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
    work.Write("src/Shop.Client/ShopClient.cs", "public sealed class ShopClient;\n");
    work.Write(ChartPath, """
        apiVersion: v2
        name: shop
        # Set by the release, here only for helm lint.
        version: 0.0.0
        appVersion: "0.0.0"   # the image's tag
        """);
    work.Write("web/package.json", """
        {
          "name": "@acme/shop-web",
          "version": "0.0.0",
          "private": true
        }
        """);
    work.Commit("feat: open the shop");
    work.Git("tag", "--annotate", "--message", "v1.1.0", "v1.1.0");
    work.Write("version.json", File.ReadAllText(Path.Combine(work.Path, "version.json")).Replace("1.1", "1.2")).Commit("build: begin version 1.2");
    work.Commit("feat(cart): keep the cart for a week");
    work.Commit("fix(cart): count every item once\n\nCloses #12");
    work.Commit("perf: answer from memory");
    work.Commit("feat(api)!: prices are in cents\n\nBREAKING CHANGE: divide by 100 where you show a price.");
    work.Commit("docs: say how to open the shop");
}

static void Step(string title) => Console.WriteLine($"\n== {title}");

static void Say(string line) => Console.WriteLine($"   {line}");

static void Show(string text) => Console.WriteLine(string.Join('\n', text.TrimEnd().Split('\n').Select(line => $"   | {line}")));
