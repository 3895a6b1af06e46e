using System.Globalization;
using System.Text;
using System.Text.Json;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>One request for many issues, pull requests and commits, each under a name of its own. Nothing but digits becomes part of the query; all else is a variable.</summary>
internal static class HostedQuery
{
    public const string NumberName = "n";

    public const string CommitName = "c";

    public const string PersonName = "p";

    private const string Actor = "fragment actor on Actor { __typename login }\n";

    private const string Request = "fragment request on PullRequest { number title merged author { ...actor } labels(first: 100) { nodes { name } } baseRepository { nameWithOwner } }\n";

    private const string Item = "fragment item on IssueOrPullRequest { __typename ... on Issue { number title author { ...actor } labels(first: 100) { nodes { name } } } ... on PullRequest { ...request } }\n";

    private const string Commit = "fragment commit on Commit { oid authors(first: 20) { nodes { email user { id login } } } associatedPullRequests(first: 5) { nodes { ...request } } }\n";

    /// <summary>What a request is sent as.</summary>
    public static byte[] Of(GitHubRepository repository, HostedQuestions questions) => Body(repository, Text(questions), []);

    /// <summary>Whether accounts wrote anything up to a commit.</summary>
    public static byte[] OfPast(GitHubRepository repository, CommitId commit, IReadOnlyList<string> accounts) =>
        Body(repository, PastText(commit, accounts), accounts);

    private static string Text(HostedQuestions questions)
    {
        var query = Begin("");

        foreach (var number in questions.Numbers)
        {
            query.Append(CultureInfo.InvariantCulture, $"    {NumberName}{number}: issueOrPullRequest(number: {number}) {{ ...item }}\n");
        }

        foreach (var commit in questions.Commits)
        {
            query.Append(CultureInfo.InvariantCulture, $"    {CommitName}{commit.Hash}: object(oid: \"{commit.Hash}\") {{ ...commit }}\n");
        }

        // GitHub refuses a query with a part that nothing uses.
        return query.Append("  }\n}\n").Append(questions.Numbers is [] ? "" : Item).Append(questions.Commits is [] ? "" : Commit).Append(Request).Append(Actor).ToString();
    }

    private static string PastText(CommitId commit, IReadOnlyList<string> accounts)
    {
        var query = Begin(string.Concat(accounts.Select((_, place) => $", ${PersonName}{place}: ID!")));
        query.Append(CultureInfo.InvariantCulture, $"    object(oid: \"{commit.Hash}\") {{ ... on Commit {{\n");

        for (var place = 0; place < accounts.Count; place++)
        {
            query.Append(CultureInfo.InvariantCulture, $"      {PersonName}{place}: history(first: 1, author: {{ id: ${PersonName}{place} }}) {{ nodes {{ oid }} }}\n");
        }

        return query.Append("    } }\n  }\n}\n").ToString();
    }

    private static StringBuilder Begin(string variables) =>
        new StringBuilder(4096).Append("query($owner: String!, $name: String!").Append(variables).Append(") {\n  repository(owner: $owner, name: $name) {\n    nameWithOwner\n");

    private static byte[] Body(GitHubRepository repository, string query, IReadOnlyList<string> accounts)
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("query", query);
            writer.WriteStartObject("variables");
            writer.WriteString("owner", repository.Owner);
            writer.WriteString("name", repository.Name);

            for (var place = 0; place < accounts.Count; place++)
            {
                writer.WriteString($"{PersonName}{place}", accounts[place]);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
