using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReleaseTools.Changelog;

/// <summary>Who wrote several commits: each person once, those with the most first.</summary>
internal static class ContributorRanking
{
    /// <summary>Most are one object wherever they occur, so texts are compared only at the end.</summary>
    /// <param name="commits">The authors of each commit.</param>
    public static ImmutableArray<Contributor> Of(IEnumerable<ImmutableArray<Contributor>> commits)
    {
        var counts = new Dictionary<Contributor, int>(ReferenceEqualityComparer.Instance);
        var seen = new List<Contributor>();

        foreach (var authors in commits)
        {
            foreach (var author in authors)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, author, out var isKnown);
                count++;

                if (!isKnown)
                {
                    seen.Add(author);
                }
            }
        }

        return [.. seen.GroupBy(author => author.Identity()).OrderByDescending(same => same.Sum(author => counts[author])).Select(same => same.First())];
    }
}
