using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What becomes of a changelog file when sections are written into it: splices, so nothing beside them and their links changes.</summary>
/// <param name="Source">The file as it is; empty where there is none.</param>
/// <param name="Edits">None where it says all of this already.</param>
/// <param name="Spot">Offset of the first section that changes, or of where it belongs.</param>
internal sealed record ChangelogEdit(SourceText Source, ImmutableArray<TextEdit> Edits, int Spot)
{
    /// <summary>What the sections that change tell, the newest version first; none where only their addresses do, or what is left under <em>Unreleased</em>.</summary>
    public ImmutableArray<Changelog> Changed { get; private init; } = [];

    public bool IsUpToDate => Edits is [];

    /// <summary>The file with the sections in it.</summary>
    public SourceText Result => Source.With(Edits);

    /// <param name="file">The file.</param>
    /// <param name="written">What it is to say, the newest version first.</param>
    /// <param name="preamble">What a new file begins with.</param>
    /// <exception cref="ReleaseException">RT4351, RT4352, RT4363 or RT4364: the file is in the way.</exception>
    public static ChangelogEdit Of(ChangelogFile file, ImmutableArray<WrittenSection> written, string preamble)
    {
        var edits = new List<TextEdit>();
        var added = new List<(FileSection? Next, Changelog Changelog, string Text)>();
        var changed = ImmutableArray.CreateBuilder<Changelog>();
        var notes = UnreleasedNotes.Of(file, written);
        var newest = UnreleasedNotes.Newest(written);

        foreach (var one in written)
        {
            var old = file.Find(one.Changelog);
            var moved = ReferenceEquals(one, newest) ? notes.Moved : one.Changelog.Tag is null ? notes.Kept : [];
            var text = SectionText.Of(one.Rendered, file, old, [.. PrereleaseNotes.Of(file, one.Changelog), .. moved]);

            TextEdit[] own = old is null ? [] : [.. Replace(file, old, old.Start, text)];
            edits.AddRange(own);

            if (old is null)
            {
                added.Add((file.After(one.Changelog), one.Changelog, text));
            }

            if (old is null || own is not [])
            {
                changed.Add(one.Changelog);
            }
        }

        edits.AddRange(added.GroupBy(one => one.Next).Select(group => Insert(file, group.Key, string.Join(file.LineEnd + file.LineEnd, InOrder(file, group)), preamble)));
        var spot = edits.Count > 0 ? edits.Min(edit => edit.Start) : written.Select(one => file.Find(one.Changelog)).OfType<FileSection>().Select(section => section.HeadingStart).FirstOrDefault();

        if (notes.Rest is { } rest)
        {
            edits.AddRange(Replace(file, file.Unreleased!, file.Unreleased!.HeadingStart, rest));
        }

        edits.AddRange(FileLinks.Edits(file, written, edits));
        return new(file.Source, [.. edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length)], spot) { Changed = changed.ToImmutable() };
    }

    private static IEnumerable<string> InOrder(ChangelogFile file, IEnumerable<(FileSection? Next, Changelog Changelog, string Text)> added)
    {
        var order = Comparer<Changelog>.Create((one, other) => (one.VersionText, other.VersionText) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (left, right) => ChangelogFile.Compare(left, right),
        });

        var sorted = added.OrderByDescending(one => one.Changelog, order).Select(one => one.Text);
        return file.IsAscending ? sorted.Reverse() : sorted;
    }

    /// <summary>Addresses between a section's words stay where they are, and stand behind the new ones so.</summary>
    private static IEnumerable<TextEdit> Replace(ChangelogFile file, FileSection section, int start, string text)
    {
        var gap = "";

        foreach (var definition in file.DefinitionsIn(section))
        {
            // Not within the words of a list item, where it would be some of them.
            var between = start < definition.Start ? file.Source.Text[start..definition.Start] : "";
            var wanted = gap.Length == 0 ? text + file.LineEnd + file.LineEnd : string.IsNullOrWhiteSpace(between) ? between : gap;

            if (between != wanted)
            {
                yield return Difference(start, between, wanted);
            }

            (start, text, gap) = (definition.End, "", file.LineEnd);
        }

        if (file.Source.Text[start..section.End] is var found && found != text)
        {
            yield return Difference(start, found, text);
        }
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

    private static TextEdit Insert(ChangelogFile file, FileSection? next, string text, string preamble)
    {
        var end = file.LineEnd;
        var at = next?.Start ?? file.EndOfText;
        file.RefuseWhereNobodyReads(at);

        // Behind everything, what follows is the end of a line, or nothing at all.
        return next is not null ? new(at, 0, $"{Gap(file.Source.Text[..at], end)}{text}{end}{end}")
            : new(at, 0, at == 0 ? $"{preamble.ReplaceLineEndings(end)}{text}{end}{(string.IsNullOrWhiteSpace(file.Source.Text) ? "" : end)}" : $"{end}{end}{text}{(at == file.Source.Text.Length ? end : "")}");
    }

    /// <summary>What it takes for an empty line before the section.</summary>
    private static string Gap(string before, string end) =>
        before.Length == 0 || before.EndsWith(end + end, StringComparison.Ordinal) ? "" : before.EndsWith('\n') || before.EndsWith('\r') ? end : end + end;
}
