namespace ReleaseTools.Testing;

/// <summary><c>dotnet-release</c> as native code, as its packages for one platform carry it.</summary>
internal static class NativeTool
{
    /// <summary>The newest first. Not every registry has the compiler for every framework.</summary>
    private static readonly string[] Frameworks = ["net10.0", "net9.0"];

    /// <summary>How a build says that the compiler, or the linker it needs, is not to be had. Whatever else stops it is our own fault.</summary>
    private static readonly string[] NotToBeHad = ["error NU1101", "error NU1102", "error NU1103", "error NETSDK1204", "Platform linker not found"];

    /// <summary>Publishes it and gives its path and the framework it was made with; null where none can be made here.</summary>
    /// <exception cref="InvalidOperationException">It could be made and is not: a warning of the compiler is an error.</exception>
    public static (string Path, string Framework)? Publish()
    {
        var folder = Path.Combine(SourceTree.Root, "artifacts", "aot", "publish");
        var project = Path.Combine(SourceTree.Root, "src", "ReleaseTools.Cli");

        foreach (var framework in Frameworks)
        {
            // The analyzers have read the same source when the solution was built.
            var run = DotnetCommand.Run(SourceTree.Root, "publish", project, "-c", "Release", "-p:ReleaseAot=true", $"-p:AotFramework={framework}", "-p:RunAnalyzers=false", "-o", folder, "--nologo", "-v", "quiet");

            if (run.ExitCode == 0)
            {
                return (Path.Combine(folder, Path.GetFileName(BuiltTool.Path)), framework);
            }

            if (!NotToBeHad.Any(run.All.Contains))
            {
                throw new InvalidOperationException(run.All);
            }
        }

        return null;
    }
}
