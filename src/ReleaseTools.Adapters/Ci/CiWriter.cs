using System.Diagnostics;
using System.Text;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Does what a plan says.</summary>
/// <param name="folder">Where files without a folder go.</param>
/// <param name="say">Puts a line into the job's log, unchanged.</param>
internal sealed class CiWriter(string folder, Action<string> say)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>What the host did not take.</returns>
    public IReadOnlyList<Diagnostic> Apply(CiPlan plan) => [.. plan.Steps.Select(Apply).OfType<Diagnostic>()];

    /// <summary>As <see cref="Apply(CiPlan)"/>; a file that cannot be written is told of as well, and the rest is done.</summary>
    public IReadOnlyList<Diagnostic> Try(CiPlan plan) => [.. plan.Steps.Select(Try).OfType<Diagnostic>()];

    private Diagnostic? Try(CiStep step)
    {
        try
        {
            return Apply(step);
        }
        catch (Exception fault) when (Refusal(fault) is not null)
        {
            return Refusal(fault);
        }
    }

    private static Diagnostic? Refusal(Exception fault) => fault is ReleaseException stop ? stop.Diagnostics[0] : DiskFault.Find(fault);

    private Diagnostic? Apply(CiStep step)
    {
        switch (step)
        {
            case CiStep.Append append:
                SharedFile.Append(Path.GetFullPath(append.File, folder), text => append.Format.Missing(text, append.Variables));
                return null;
            case CiStep.AppendText append:
                SharedFile.Append(Path.GetFullPath(append.File, folder), text => text.EndsWith(append.Text, StringComparison.Ordinal) ? "" : append.Text);
                return null;
            case CiStep.Replace replace:
                AtomicFile.Write(Path.GetFullPath(replace.File, folder), Utf8.GetBytes(replace.Text));
                return null;
            case CiStep.Say line:
                say(line.Line);
                return null;
            case CiStep.Start start:
                return Start(start);
            default:
                return null;
        }
    }

    private static Diagnostic? Start(CiStep.Start start) =>
        ProgramPath.Find(start.Program) is { } program && Run(program, start.Arguments) == 0 ? null : CiDiagnostics.ProgramRefuses(start.Program, start.Arguments[0]);

    private static int Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
