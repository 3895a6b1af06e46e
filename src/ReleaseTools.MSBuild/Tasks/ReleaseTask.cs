using Microsoft.Build.Framework;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>
/// What every task here has in common: whatever goes wrong becomes a diagnostic with code and place, never a stack trace; and answers
/// that cost something are shared by the whole build.
/// </summary>
public abstract class ReleaseTask : Microsoft.Build.Utilities.Task
{
    private static readonly Lock Sharing = new();

    /// <summary>The project file, absolute: builds on several threads share one current directory, so nothing here looks at it.</summary>
    [Required]
    public string Project { get; set; } = "";

    private protected string ProjectFolder => Path.GetDirectoryName(Project)!;

    /// <summary>The folder that places in diagnostics are relative to.</summary>
    private protected string PlacesFolder { get; set; } = "";

    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the build gets a code and a page, never a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Report(fault);
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    /// <summary>Does the work for the first who asks in this build and process, and hands the others the same answer, or the same failure.</summary>
    /// <param name="question">Everything the answer depends on, with value equality.</param>
    /// <param name="work">Runs at most once per question.</param>
    private protected T OncePerBuild<T>(object question, Func<T> work)
    {
        // Two versions of this package in one build have two types T, and so never meet here.
        var key = (typeof(T), question);
        Lazy<T> answer;

        lock (Sharing)
        {
            if (BuildEngine4.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is Lazy<T> known)
            {
                answer = known;
            }
            else
            {
                answer = new(work);
                BuildEngine4.RegisterTaskObject(key, answer, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            }
        }

        return answer.Value;
    }

    private protected void Report(Exception fault)
    {
        Log.LogMessageFromText(fault.ToString(), MessageImportance.Low);

        foreach (var diagnostic in Diagnose(fault))
        {
            Report(diagnostic);
        }
    }

    private static IReadOnlyList<Diagnostic> Diagnose(Exception fault) => fault is ReleaseException stop
        ? stop.Diagnostics
        : [DiskFault.Find(fault) ?? OwnDiagnostics.BuildFault(fault.GetType().Name, fault.Message.ReplaceLineEndings(" ").TrimEnd('.'))];

    private protected void Report(Diagnostic diagnostic)
    {
        // Without a place of its own a diagnostic is about the project, not about the targets file that called the task.
        var (file, line, column) = diagnostic.Spot is { } spot
            ? (Path.GetFullPath(spot.File, PlacesFolder.Length > 0 ? PlacesFolder : ProjectFolder), spot.Line, spot.Column)
            : (Project, 0, 0);

        var message = HarmlessText.From(diagnostic.Message);

        // The message goes as an argument: braces in it are the user's.
        if (diagnostic.Severity == Severity.Error)
        {
            Log.LogError(null, diagnostic.Code, null, null, file, line, column, 0, 0, "{0}", message);
        }
        else
        {
            Log.LogWarning(null, diagnostic.Code, null, null, file, line, column, 0, 0, "{0}", message);
        }
    }
}
