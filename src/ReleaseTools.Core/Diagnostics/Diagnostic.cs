namespace ReleaseTools.Diagnostics;

/// <summary>One thing the user must know, in words that say what is so and then what to do about it.</summary>
/// <param name="Code">The number under which docs/errors has a page, as in <c>RT1002</c>. Numbers are never reused.</param>
/// <param name="Severity">Whether the work goes on.</param>
/// <param name="Exit">How a program that stops here must end.</param>
/// <param name="Message">One or two sentences in plain text.</param>
/// <param name="Spot">The place the message speaks of, where there is one.</param>
internal sealed record Diagnostic(string Code, Severity Severity, ExitCode Exit, string Message, SourceSpot? Spot = null)
{
    /// <summary>The form MSBuild and editors recognise: <c>version.json(3,5): error RT2004: …</c></summary>
    public override string ToString() =>
        $"{Spot?.ToString() ?? "dotnet-release "}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}
