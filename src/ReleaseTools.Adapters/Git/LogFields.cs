using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>The fields of <c>git log --format</c> that are more than text.</summary>
internal static class LogFields
{
    /// <summary><c>%cI</c>, <c>%aI</c></summary>
    public static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary><c>%P</c></summary>
    public static ImmutableArray<CommitId> Commits(string hashes) => [.. hashes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hash => new CommitId(hash))];
}
