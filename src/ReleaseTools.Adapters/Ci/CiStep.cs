using System.Collections.Immutable;

namespace ReleaseTools.Adapters.Ci;

/// <summary>One thing to do so that a CI host learns something.</summary>
internal abstract record CiStep
{
    private CiStep()
    {
    }

    /// <summary>Variables at the end of a file that others write as well.</summary>
    internal sealed record Append(string File, CiFileFormat Format, ImmutableArray<CiVariable> Variables) : CiStep;

    /// <summary>Text at the end of such a file.</summary>
    internal sealed record AppendText(string File, string Text) : CiStep;

    /// <summary>A file of our own.</summary>
    internal sealed record Replace(string File, string Text) : CiStep;

    /// <summary>A line of output that the host takes for a command.</summary>
    internal sealed record Say(string Line) : CiStep;

    /// <summary>A program of the host's.</summary>
    internal sealed record Start(string Program, ImmutableArray<string> Arguments) : CiStep;
}
