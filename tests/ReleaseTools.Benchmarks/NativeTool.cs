using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary><c>dotnet-release</c> as native code, as its packages for one platform carry it.</summary>
internal static class NativeTool
{
    /// <summary>The newest first. Not every registry has the compiler for every framework.</summary>
    private static readonly string[] Frameworks = ["net10.0", "net9.0"];

    /// <summary>Publishes it and gives its path and the framework it was made with; null where none can be made here.</summary>
    public static (string Path, string Framework)? Publish()
    {
        var folder = Path.Combine(SourceTree.Root, "artifacts", "aot", "publish");
        var project = Path.Combine(SourceTree.Root, "src", "ReleaseTools.Cli");

        foreach (var framework in Frameworks)
        {
            if (DotnetCommand.Run(SourceTree.Root, "publish", project, "-c", "Release", "-p:ReleaseAot=true", $"-p:AotFramework={framework}", "-o", folder, "--nologo", "-v", "quiet").ExitCode == 0)
            {
                return (Path.Combine(folder, Path.GetFileName(BuiltTool.Path)), framework);
            }
        }

        return null;
    }
}
