using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>A file that a changelog is written into, and what changes in it.</summary>
/// <param name="Edit">None where it is right already.</param>
/// <param name="IsNew">Whether there is no such file yet.</param>
internal sealed record WrittenFile(ChangelogEdit Edit, bool IsNew)
{
    /// <summary>Whether it holds the notes of one release.</summary>
    public bool IsNotes { get; private init; }

    public string Path => Edit.Source.Path;

    public string Diff => UnifiedDiff.Of(Edit.Source, Edit.Edits, IsNew);

    /// <summary>Release notes are written once; from then on they are somebody's.</summary>
    /// <param name="path">From the root.</param>
    /// <param name="rendered">What they begin with.</param>
    /// <param name="isThere">Whether there are such notes.</param>
    public static WrittenFile Notes(string path, string rendered, bool isThere) =>
        new(new(SourceText.From(path, ""), isThere ? [] : [new(0, 0, rendered)], 0), !isThere) { IsNotes = true };
}
