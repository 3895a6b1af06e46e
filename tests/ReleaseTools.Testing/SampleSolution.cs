using System.Text.Json;

namespace ReleaseTools.Testing;

/// <summary>Projects in a real repository that use the packed package, built with the real <c>dotnet</c>.</summary>
internal sealed class SampleSolution : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <param name="name">The folder's name, which tests may make as awkward as file systems allow.</param>
    /// <param name="hasRepository">False for a source archive: files and no git.</param>
    public SampleSolution(string name = "work", bool hasRepository = true)
    {
        Folder = Directory.CreateDirectory(_folder.At(name)).FullName;
        Repository = hasRepository ? new TempRepository(_folder, name) : null;

        Write(".gitignore", "bin/\nobj/\nout/\n");
        Write("version.json", """{ "version": "1.4-beta" }""");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{PackedPackage.Shared.Packages}" /></config>
              <packageSources><clear /><add key="packed" value="{PackedPackage.Shared.Feed}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>The top folder.</summary>
    public string Folder { get; }

    public TempRepository? Repository { get; }

    /// <summary>Adds a C# project that references the package, with a class so that there is something to compile.</summary>
    /// <param name="name">Also its folder.</param>
    /// <param name="body">Further XML inside the project.</param>
    /// <param name="framework">One target framework, or several.</param>
    public SampleSolution Project(string name, string body = "", string framework = "net10.0") =>
        ProjectFile($"{name}/{name}.csproj", body, framework).Write($"{name}/{name}Class.cs", $"public class {name}Class;\n");

    /// <summary>Adds a project of any kind that references the package, without a source.</summary>
    public SampleSolution ProjectFile(string path, string body = "", string framework = "net10.0", string sdk = "Microsoft.NET.Sdk")
    {
        var property = framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        return Write(path, $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <{property}>{framework}</{property}>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ReleaseTools.MSBuild" Version="{PackedPackage.Shared.Version}" PrivateAssets="all" />
              </ItemGroup>
              {body}
            </Project>
            """);
    }

    public SampleSolution Write(string path, string text)
    {
        File.WriteAllText(_folder.At(Path.Combine(Folder, path)), text);
        return this;
    }

    public SampleSolution Commit(string message = "feat: begin")
    {
        Repository!.Commit(message);
        return this;
    }

    public string At(string path) => Path.Combine(Folder, path);

    public ProgramRun Dotnet(params IEnumerable<string> arguments) => DotnetCommand.Run(Folder, arguments);

    /// <summary>With variables of its own beside those of every test.</summary>
    public ProgramRun Dotnet(IReadOnlyDictionary<string, string?> variables, params IEnumerable<string> arguments) =>
        ProgramRun.Run(Folder, DotnetCommand.Environment.Where(variable => !variables.ContainsKey(variable.Key)).Concat(variables).ToDictionary(), "dotnet", arguments);

    /// <summary>As on a machine without git.</summary>
    public ProgramRun DotnetWithoutGit(params IEnumerable<string> arguments) =>
        ProgramRun.Run(Folder, new Dictionary<string, string?>(DotnetCommand.Environment) { ["PATH"] = _folder.At("no-programs") }, "dotnet", arguments);

    /// <summary>What properties are once a project's version is known.</summary>
    public JsonElement Properties(string project, string[] names, params string[] arguments)
    {
        var run = Dotnet(["msbuild", project, "-restore", "-target:GetReleaseVersion", "-nologo", .. names.Select(name => $"-getProperty:{name}"), .. arguments]).Expect();
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("Properties").Clone();
    }

    /// <summary>One form of the version, as <c>dotnet release version</c> has it.</summary>
    public string Version(string form, string folder = ".") =>
        ReleaseCommand.Run(At(folder), "version", "--get", form).Expect().Output.TrimEnd('\n');

    public void Dispose() => _folder.Dispose();
}
