using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>Knows one kind of file and where its version stands in it.</summary>
internal interface IStamper
{
    /// <summary>Whether a file is of this kind, by its path from the repository's root.</summary>
    bool Reads(string path);

    /// <summary>The splices that put the version into the file; none where it is there already.</summary>
    /// <exception cref="Diagnostics.ReleaseException">RT3…: the place for the version is missing, doubled or of the wrong kind.</exception>
    IReadOnlyList<TextEdit> Plan(SourceText source, string version);
}
