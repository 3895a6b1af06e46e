namespace ReleaseTools.Changelog;

/// <summary>Updates of one dependency that follow each other, A to B and B to C: for who uses the product they are one, A to C.</summary>
internal static class DependencyChains
{
    /// <summary>The entries that stand for several, each with those it stands for, the newest first.</summary>
    /// <param name="entries">The newest first.</param>
    public static IEnumerable<(ChangelogEntry Whole, IReadOnlyList<ChangelogEntry> Links)> Find(IEnumerable<ChangelogEntry> entries)
    {
        foreach (var updates in entries.Where(entry => entry.Update is not null).GroupBy(entry => (entry.Type, entry.Scope, entry.Update!.Name.ToLowerInvariant())))
        {
            var chain = new List<ChangelogEntry>();

            foreach (var entry in updates)
            {
                if (chain is [.., var newer] && !Follows(newer.Update!, entry.Update!))
                {
                    if (LeadsAnywhere(chain))
                    {
                        yield return (Whole(chain), [.. chain]);
                    }

                    chain.Clear();
                }

                chain.Add(entry);
            }

            if (LeadsAnywhere(chain))
            {
                yield return (Whole(chain), chain);
            }
        }
    }

    /// <summary>There and back again is no update, and both steps are told.</summary>
    private static bool LeadsAnywhere(List<ChangelogEntry> chain) => chain.Count > 1 && chain[^1].Update!.From?.TrimStart('v') != chain[0].Update!.To.TrimStart('v');

    private static bool Follows(DependencyUpdate newer, DependencyUpdate older) => newer.From is null || newer.From.TrimStart('v') == older.To.TrimStart('v');

    private static ChangelogEntry Whole(List<ChangelogEntry> chain)
    {
        var (newest, oldest) = (chain[0], chain[^1]);
        var update = newest.Update! with { From = oldest.Update!.From };

        return newest with
        {
            Update = update,
            Text = newest.Update!.From is { } from && update.From is { } first ? newest.Text.Replace($" from {from} ", $" from {first} ", StringComparison.Ordinal) : newest.Text,
            Breaking = [.. chain.SelectMany(entry => entry.Breaking).Distinct()],
            Advisories = [.. chain.SelectMany(entry => entry.Advisories).Distinct()],
            Also = [.. chain.Skip(1).Select(entry => entry.Commit)],
            Authors = [.. chain.SelectMany(entry => entry.Authors).Distinct()],
        };
    }
}
