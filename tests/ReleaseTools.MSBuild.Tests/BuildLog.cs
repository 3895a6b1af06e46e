using Microsoft.Build.Logging.StructuredLogger;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What a build did, read back from its binary log.</summary>
internal sealed class BuildLog
{
    private readonly Build _build;

    private BuildLog(Build build) => _build = build;

    /// <summary>The projects that were compiled anew, by name.</summary>
    public string[] Compiled =>
    [
        .. from task in _build.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(task => task.Name is "Csc" or "Vbc" or "Fsc")
           let project = task.GetNearestParent<Project>()
           select Path.GetFileNameWithoutExtension(project.ProjectFile) into name
           orderby name
           select name,
    ];

    /// <summary>The texts of all messages.</summary>
    public IEnumerable<string> Messages => _build.FindChildrenRecursive<Message>().Select(message => message.Text);

    /// <summary>Runs the real <c>dotnet</c> and reads its log.</summary>
    public static BuildLog Of(SampleSolution sample, params IEnumerable<string> arguments)
    {
        var file = sample.At("out/build.binlog");
        sample.Dotnet([.. arguments, "-nologo", "-nodeReuse:false", $"-binaryLogger:{file}"]).Expect();
        return new(BinaryLog.ReadBuild(file));
    }
}
