using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>Knows one kind of file and where its version stands in it.</summary>
internal interface IStamper
{
    /// <summary>Whether a file is of this kind, by its path.</summary>
    bool Reads(ReadOnlySpan<char> path);

    /// <summary>The values that carry the version, in the order of the file; none where a file of this kind may do without.</summary>
    /// <exception cref="Diagnostics.ReleaseException">RT3…: the place for the version is missing, doubled or of the wrong kind.</exception>
    ImmutableArray<StampValue> Find(SourceText source, string version);
}
