using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>What GitHub answered to a <see cref="HostedQuery"/>. What is not as its description says is left out.</summary>
internal static class HostedAnswer
{
    private const int MostLabels = 100;
    private const int LongestId = 200;

    public static IEnumerable<HostedItem> Items(JsonElement repository) => Named(repository, HostedQuery.NumberName)
        .Select(Item)
        .Concat(Named(repository, HostedQuery.CommitName).Select(commit => RequestOf(repository, commit)))
        .OfType<HostedItem>();

    public static IEnumerable<HostedCommit> Commits(JsonElement repository) => Named(repository, HostedQuery.CommitName)
        .Where(commit => IsHash(GraphQlAnswer.Text(commit, "oid")))
        .Select(commit => new HostedCommit(
            new CommitId(GraphQlAnswer.Text(commit, "oid")!),
            [.. GraphQlAnswer.Nodes(commit, "authors").Select(author => (GraphQlAnswer.Text(author, "email") ?? "", User(GraphQlAnswer.Member(author, "user"))))],
            RequestOf(repository, commit)?.Number));

    /// <summary>The places of those who wrote something.</summary>
    public static IEnumerable<int> Writers(JsonElement repository, int count)
    {
        var commit = GraphQlAnswer.Member(repository, "object");
        return Enumerable.Range(0, count).Where(place => GraphQlAnswer.Nodes(commit, $"{HostedQuery.PersonName}{place}").Any());
    }

    private static IEnumerable<JsonElement> Named(JsonElement repository, string begin) => repository.EnumerateObject()
        .Where(member => member.Value.ValueKind == JsonValueKind.Object && member.Name.StartsWith(begin, StringComparison.Ordinal) && member.Name.Length > 1 && char.IsAsciiHexDigit(member.Name[1]))
        .Select(member => member.Value);

    /// <summary>The one that brought a commit into this repository; a fork's commit may have come with one of another.</summary>
    private static HostedItem? RequestOf(JsonElement repository, JsonElement commit) => GraphQlAnswer.Nodes(commit, "associatedPullRequests")
        .Where(request => GraphQlAnswer.Member(request, "merged").ValueKind == JsonValueKind.True && GraphQlAnswer.Text(GraphQlAnswer.Member(request, "baseRepository"), "nameWithOwner") == GraphQlAnswer.Text(repository, "nameWithOwner"))
        .Select(request => Item(request, HostedKind.PullRequest))
        .FirstOrDefault();

    private static HostedItem? Item(JsonElement item) => GraphQlAnswer.Text(item, "__typename") switch
    {
        "Issue" => Item(item, HostedKind.Issue),
        "PullRequest" => Item(item, HostedKind.PullRequest),
        _ => null,
    };

    private static HostedItem? Item(JsonElement item, HostedKind kind) =>
        GraphQlAnswer.Member(item, "number") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value > 0 && GraphQlAnswer.Text(item, "title") is { } title
            ? new(value.ToString(CultureInfo.InvariantCulture), kind, HostedText.Of(title, HostedText.LongestTitle), Actor(GraphQlAnswer.Member(item, "author")), Labels(item))
            : null;

    private static ImmutableArray<string> Labels(JsonElement item) =>
    [
        .. GraphQlAnswer.Nodes(item, "labels").Select(label => HostedText.Of(GraphQlAnswer.Text(label, "name") ?? "", HostedText.LongestLabel)).Where(label => label.Length > 0).Take(MostLabels),
    ];

    private static HostedAccount? Actor(JsonElement actor) => HostedAccount.Read(GraphQlAnswer.Text(actor, "login"), GraphQlAnswer.Text(actor, "__typename") == "Bot");

    private static HostedAccount? User(JsonElement user) =>
        HostedAccount.Read(GraphQlAnswer.Text(user, "login")) is { } account && GraphQlAnswer.Text(user, "id") is { Length: > 0 and <= LongestId } id ? account with { Id = id } : null;

    private static bool IsHash(string? text) => text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigitLower);
}
