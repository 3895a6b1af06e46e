using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>The fields of <c>git log --format</c> that are more than text.</summary>
internal static class LogFields
{
    private const string Tag = "tag: ";

    /// <summary><c>%cI</c>, <c>%aI</c></summary>
    public static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary><c>%P</c></summary>
    public static ImmutableArray<CommitId> Commits(string hashes) => [.. hashes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hash => new CommitId(hash))];

    /// <summary>The tags in <c>%D</c>, with short or full names as <c>--decorate</c> asked for them.</summary>
    public static ImmutableArray<string> Tags(string decoration) =>
    [
        .. decoration.Split(", ", StringSplitOptions.RemoveEmptyEntries).Where(name => name.StartsWith(Tag, StringComparison.Ordinal)).Select(name => name[Tag.Length..]),
    ];
}
