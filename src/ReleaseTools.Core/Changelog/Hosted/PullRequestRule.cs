using System.Collections.Immutable;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>Which pull requests stand under a heading, as a category of <c>.github/release.yml</c> says it.</summary>
/// <param name="Place">Its place in the list: the first that takes a pull request has it.</param>
/// <param name="Labels">One of these is enough; <see cref="SectionRule.Others"/> is everything.</param>
internal sealed record PullRequestRule(int Place, ImmutableArray<string> Labels)
{
    /// <summary>Those whose pull requests it takes whatever their labels.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>One of these is enough for it not to be taken.</summary>
    public ImmutableArray<string> ExceptLabels { get; init; } = [];

    /// <summary>Those whose pull requests it does not take.</summary>
    public ImmutableArray<string> ExceptAuthors { get; init; } = [];

    public bool Takes(HostedItem request) =>
        !Have(ExceptLabels, request) && !IsBy(ExceptAuthors, request.Author) && (Labels.Contains(SectionRule.Others) || Have(Labels, request) || IsBy(Authors, request.Author));

    public static bool IsBy(ImmutableArray<string> names, HostedAccount? account) => account is not null && names.Any(account.IsMeantBy);

    private static bool Have(ImmutableArray<string> labels, HostedItem request) => labels.Any(label => request.Labels.Contains(label, StringComparer.OrdinalIgnoreCase));
}
