using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Handover;

/// <summary>The two files by which source archives know their commit, as they are to be; null where one is right already.</summary>
/// <param name="Note">All of <see cref="ArchiveNote.Place"/>.</param>
/// <param name="Attributes">All of .gitattributes.</param>
internal sealed record ArchivePlan(SourceText? Note, SourceText? Attributes)
{
    public const string AttributesPlace = ".gitattributes";

    public ImmutableArray<SourceText> Changes => [.. new[] { Note, Attributes }.OfType<SourceText>()];

    /// <param name="note">The file's text, or null where there is none.</param>
    /// <param name="attributes">The text of .gitattributes; empty where there is none.</param>
    public static ArchivePlan For(string? note, SourceText attributes) => new(
        note?.ReplaceLineEndings("\n") == ArchiveNote.Placeholders ? null : SourceText.From(ArchiveNote.Place, ArchiveNote.Placeholders),
        Lines(attributes).Contains(ArchiveNote.Attribute) ? null : attributes.With([new TextEdit(attributes.Text.Length, 0, Addition(attributes.Text))]));

    private static IEnumerable<string> Lines(SourceText source) => source.Text.Split('\n').Select(line => line.Trim());

    /// <summary>The line with the file's own line ends.</summary>
    private static string Addition(string text)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return $"{(text.Length == 0 || text.EndsWith('\n') ? "" : end)}{ArchiveNote.Attribute}{end}";
    }
}
