using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>What several commits with the same change say together.</summary>
internal static class JoinedEntries
{
    /// <summary>What one of them says beyond the others is not lost: it joins the entry of the same text, or the only one.</summary>
    public static List<ChangelogEntry> Of(ImmutableArray<ChangelogEntry> speaker, IEnumerable<ChangelogEntry> others)
    {
        var entries = speaker.ToList();

        foreach (var other in others)
        {
            var same = entries.FindIndex(entry => entry.IsSameAs(other));
            same = same < 0 && speaker is [_] ? 0 : same;

            if (same < 0)
            {
                entries.Add(other with { Commit = entries[0].Commit });
            }
            else
            {
                entries[same] = entries[same].With(other);
            }
        }

        return entries;
    }
}
