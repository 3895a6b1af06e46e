namespace ReleaseTools.Diagnostics;

/// <summary>Carries diagnostics from where they were found to the front end, which prints them and nothing else.</summary>
internal sealed class ReleaseException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join('\n', diagnostics))
{
    public ReleaseException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>The gravest of the exits asked for.</summary>
    public ExitCode Exit => Diagnostics.Max(diagnostic => diagnostic.Exit);
}
