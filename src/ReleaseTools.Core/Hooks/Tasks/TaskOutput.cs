namespace ReleaseTools.Hooks.Tasks;

/// <summary>When what a task prints is shown.</summary>
internal enum TaskOutput
{
    /// <summary>As it comes.</summary>
    Always,

    /// <summary>Where the user asks for details.</summary>
    Verbose,

    /// <summary>At no time.</summary>
    Never,
}
