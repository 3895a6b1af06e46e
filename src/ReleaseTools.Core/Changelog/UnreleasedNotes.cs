using System.Collections.Immutable;
using System.Text;

namespace ReleaseTools.Changelog;

/// <summary>
/// What becomes of the notes under <em>Unreleased</em> when a version is written. What was made of commits, the version's section says now, so it
/// goes; what somebody wrote moves into the section of a new version, between the two marks; what is of a later commit stays.
/// </summary>
/// <param name="Rest">The section with what stays; null where nothing changes, or the section is written anew.</param>
/// <param name="Moved">What moves, under its headings.</param>
/// <param name="Kept">What somebody wrote there, where the section is written anew.</param>
internal sealed record UnreleasedNotes(string? Rest, ImmutableArray<SectionItem> Moved, ImmutableArray<SectionItem> Kept)
{
    private static UnreleasedNotes None { get; } = new(null, [], []);

    /// <param name="file">The file.</param>
    /// <param name="written">What is written into it, the newest first.</param>
    public static UnreleasedNotes Of(ChangelogFile file, ImmutableArray<WrittenSection> written)
    {
        if (file.Unreleased is not { } section)
        {
            return None;
        }

        var anew = written.FirstOrDefault(one => one.Changelog.Tag is null);
        var isWrittenAnew = anew is not null;
        var mayMove = Newest(written) is { } newest && file.Find(newest.Changelog) is null && file.IsNewest(newest.Changelog.VersionText!);
        var (text, items) = (file.Source.Text[section.HeadingStart..section.End], SectionItem.ReadAll(file.Source.Text[section.HeadingStart..section.End]));
        var told = written.SelectMany(one => SectionItem.ReadAll(one.Rendered)).Where(item => item.Kind == SectionItemKind.Text).Select(item => item.Text).Append(MarkdownList.Nothing).ToHashSet(StringComparer.Ordinal);
        var entries = written.SelectMany(one => one.Changelog.Sections.SelectMany(part => part.Entries).Concat(one.Changelog.Breaking)).ToArray();

        var gone = items.Where(item => item.Kind == SectionItemKind.Text && (told.Contains(item.Text) || Names(item, entries.SelectMany(entry => entry.Also)))).ToHashSet();
        var moved = items.Where(item => mayMove && !gone.Contains(item) && (item.Kind == SectionItemKind.Text || (item.Kind == SectionItemKind.Manual && !isWrittenAnew)) && (item.Commit is null || item.Kind == SectionItemKind.Manual || Names(item, entries.Select(entry => entry.Commit)))).ToImmutableArray();

        // Without the commits' names, nobody could tell what somebody wrote from what was written of commits that are no more.
        var kept = anew is { Style: var style } && style.Entry?.Mentions("commit") != false ? items.Where(item => item.Kind == SectionItemKind.Text && item.Commit is null && !gone.Contains(item)).Except(moved).ToImmutableArray() : [];

        return new(isWrittenAnew || (gone.Count == 0 && moved is []) ? null : Without(text, items, [.. gone, .. moved], file.LineEnd), moved, kept);
    }

    /// <summary>The version that takes up what was written by hand.</summary>
    public static WrittenSection? Newest(ImmutableArray<WrittenSection> written) => written.FirstOrDefault(one => one.Changelog.Tag is not null);

    private static bool Names(SectionItem item, IEnumerable<Git.CommitId> commits) => item.Commit is { } named && commits.Any(commit => commit.Hash.StartsWith(named, StringComparison.Ordinal));

    private static string Without(string section, ImmutableArray<SectionItem> items, HashSet<SectionItem> taken, string lineEnd)
    {
        var rest = new StringBuilder(section, 0, items[0].Start, section.Length);

        foreach (var (index, item) in items.Index())
        {
            // Addresses stay in the file, behind the section.
            if (item.Kind == SectionItemKind.Address)
            {
                continue;
            }

            var under = items.Skip(index + 1).TakeWhile(other => other.Kind != SectionItemKind.Heading || other.Level > item.Level).Where(other => other.Kind is not (SectionItemKind.Address or SectionItemKind.Heading)).ToArray();

            // A heading that had nothing under it before is somebody's reminder.
            if (taken.Contains(item) || (item.Kind == SectionItemKind.Heading && under is not [] && under.All(taken.Contains)))
            {
                continue;
            }

            if (item.Kind == SectionItemKind.Heading && !rest.ToString().EndsWith(lineEnd + lineEnd, StringComparison.Ordinal))
            {
                rest.Append(lineEnd);
            }

            rest.Append(section, item.Start, (index + 1 < items.Length ? items[index + 1].Start : section.Length) - item.Start);
        }

        return rest.ToString().TrimEnd();
    }
}
