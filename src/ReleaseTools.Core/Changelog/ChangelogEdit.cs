using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What becomes of a changelog file when one section is written into it: splices, so nothing beside the section and its link changes.</summary>
/// <param name="Source">The file as it is; empty where there is none.</param>
/// <param name="Edits">None where it says all of this already.</param>
/// <param name="Spot">Offset of the section, or of where it belongs.</param>
internal sealed record ChangelogEdit(SourceText Source, ImmutableArray<TextEdit> Edits, int Spot)
{
    public bool IsUpToDate => Edits is [];

    /// <summary>The file with the section in it.</summary>
    public SourceText Result => Source.With(Edits);

    /// <summary>This and then another, which was planned on its result.</summary>
    public ChangelogEdit Then(ChangelogEdit next) => IsUpToDate ? next with { Source = Source }
        : next.IsUpToDate ? this
        : this with { Edits = [Difference(0, Source.Text, next.Result.Text)] };

    /// <param name="file">The file.</param>
    /// <param name="changelog">What is told.</param>
    /// <param name="rendered">The section, as a renderer wrote it.</param>
    /// <param name="style">How it was written.</param>
    /// <param name="preamble">What a new file begins with.</param>
    public static ChangelogEdit Of(ChangelogFile file, Changelog changelog, string rendered, ChangelogStyle style, string preamble)
    {
        var old = file.Find(changelog);
        var text = SectionText.Of(rendered, file, old);
        var section = old is not null ? Replace(file, old, text) : Insert(file, file.After(changelog), text, preamble);
        var links = FileLinks.Edits(file, changelog, style, section);
        return new(file.Source, [.. section.Concat(links)], section.FirstOrDefault(new TextEdit(old?.HeadingStart ?? 0, 0, "")).Start);
    }

    private static ImmutableArray<TextEdit> Replace(ChangelogFile file, FileSection old, string text)
    {
        var found = file.Source.Text[old.Start..old.End];

        return found == text ? [] : [Difference(old.Start, found, text)];
    }

    private static TextEdit Difference(int start, string found, string text)
    {
        var most = Math.Min(found.Length, text.Length);
        var same = found.AsSpan().CommonPrefixLength(text);
        var before = same == 0 ? 0 : found.LastIndexOf('\n', same - 1) + 1;
        var after = 0;

        while (after < most - before && found[^(after + 1)] == text[^(after + 1)])
        {
            after++;
        }

        return new(start + before, found.Length - before - after, text[before..^after]);
    }

    private static ImmutableArray<TextEdit> Insert(ChangelogFile file, FileSection? next, string text, string preamble)
    {
        var end = file.LineEnd;

        if (next is not null)
        {
            return [new(next.Start, 0, $"{Gap(file.Source.Text[..next.Start], end)}{text}{end}{end}")];
        }

        // Behind everything, what follows is the end of a line, or nothing at all.
        var at = file.EndOfText;
        return [new(at, 0, at == 0 ? $"{preamble.ReplaceLineEndings(end)}{text}{end}" : $"{end}{end}{text}{(at == file.Source.Text.Length ? end : "")}")];
    }

    /// <summary>What it takes for an empty line before the section.</summary>
    private static string Gap(string before, string end) =>
        before.Length == 0 || before.EndsWith(end + end, StringComparison.Ordinal) ? "" : before.EndsWith('\n') || before.EndsWith('\r') ? end : end + end;
}
