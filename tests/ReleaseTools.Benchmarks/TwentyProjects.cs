using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>Twenty projects in a repository, built once, so that there is nothing left to build.</summary>
internal sealed class TwentyProjects : IDisposable
{
    private const int Count = 20;

    private readonly SampleSolution _sample = new();

    /// <param name="body">What each project holds beside its framework.</param>
    public TwentyProjects(string body)
    {
        var projects = Enumerable.Range(1, Count).Select(i => $"P{i}").ToArray();

        foreach (var project in projects)
        {
            _sample.Write($"{project}/{project}.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  {body}
                </Project>
                """);
            _sample.Write($"{project}/{project}Class.cs", $"public class {project}Class;\n");
        }

        _sample.Commit();
        _sample.Dotnet("new", "sln", "--format", "sln", "--name", "All").Expect();
        _sample.Dotnet(["sln", "add", .. projects]).Expect();
        _sample.Dotnet("build", "-m:2", "-nodeReuse:false").Expect();
    }

    public static string WithPackage => $"""<ItemGroup><PackageReference Include="ReleaseTools.MSBuild" Version="{PackedPackage.Shared.Version}" PrivateAssets="all" /></ItemGroup>""";

    /// <summary>As packages do that start a program for each project.</summary>
    public static string WithProgram => $"""
        <Target Name="Ask" BeforeTargets="PrepareForBuild">
          <Exec Command="dotnet &quot;{Path.ChangeExtension(BuiltTool.Path, ".dll")}&quot; version --get NuGetPackageVersion" ConsoleToMSBuild="true" StandardOutputImportance="low">
            <Output TaskParameter="ConsoleOutput" PropertyName="Told" />
          </Exec>
        </Target>
        """;

    public string Folder => _sample.Folder;

    public void Dispose() => _sample.Dispose();
}
