namespace ReleaseTools.Cli;

/// <summary>How much a command says beside its answer.</summary>
internal enum Verbosity
{
    /// <summary>Errors only.</summary>
    Quiet,

    /// <summary>Warnings and notes as well.</summary>
    Normal,

    /// <summary>Whatever helps to find a fault of the tool itself.</summary>
    Diagnostic,
}
