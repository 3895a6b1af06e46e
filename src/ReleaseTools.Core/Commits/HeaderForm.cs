namespace ReleaseTools.Commits;

/// <summary>How the first line says that something breaks, and where a scope ends that could end in several places.</summary>
internal enum HeaderForm
{
    /// <summary><c>^(\w*)(?:\((.*)\))?!: (.*)$</c>, else the same without the mark.</summary>
    MarkFirst,

    /// <summary><c>^(\w*)(?:\((.*)\))?!?: (.*)$</c></summary>
    OptionalMark,

    /// <summary><c>^(\w*)(?:\((.*)\))?: (.*)$</c></summary>
    NoMark,
}
