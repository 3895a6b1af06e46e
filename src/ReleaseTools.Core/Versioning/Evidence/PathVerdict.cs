namespace ReleaseTools.Versioning.Evidence;

/// <summary>Whether a changed path makes a commit count, and the filter that says so; null where no filter speaks of it.</summary>
internal sealed record PathVerdict(string Path, bool Counts, PathFilter? Filter)
{
    /// <summary>An excluding filter has the last word; without an including one everything is included.</summary>
    public static PathVerdict Of(string path, PathFilterList filters, bool ignoresCase)
    {
        var covering = filters.Filters.Where(filter => filter.Covers(path, ignoresCase)).ToLookup(filter => filter.IsExclude);
        var excluding = covering[true].FirstOrDefault();
        var including = covering[false].FirstOrDefault();
        return new(path, excluding is null && (including is not null || filters.Filters.All(filter => filter.IsExclude)), excluding ?? including);
    }
}
