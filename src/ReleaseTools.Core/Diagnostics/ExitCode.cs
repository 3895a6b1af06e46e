namespace ReleaseTools.Diagnostics;

/// <summary>The four ways a command can end.</summary>
internal enum ExitCode
{
    /// <summary>Done, or nothing was to do.</summary>
    Done = 0,

    /// <summary>The question was understood and the answer is no: lint refused, a check found a difference.</summary>
    No = 1,

    /// <summary>The command line or a configuration file is wrong.</summary>
    Usage = 2,

    /// <summary>The world did not play along: git, the disk, the network.</summary>
    World = 3,
}
