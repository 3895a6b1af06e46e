using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>What a changelog wants to know from the site that hosts the repository.</summary>
/// <param name="Numbers">Of issues and pull requests.</param>
/// <param name="Commits">Of which the pull request is to be found, or their authors' accounts.</param>
internal sealed record HostedQuestions(ImmutableArray<string> Numbers, ImmutableArray<CommitId> Commits)
{
    /// <summary>More digits than a site has given out yet, and few enough for a whole number.</summary>
    private const int MostDigits = 9;

    public int Count => Numbers.Length + Commits.Length;

    /// <param name="history">Where the commits are from.</param>
    /// <param name="commits">Those that may be told.</param>
    public static HostedQuestions Of(ChangelogHistory history, IEnumerable<int> commits)
    {
        var numbers = new SortedSet<int>();
        var asked = new List<CommitId>();
        var people = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // The oldest first: the newest may not be there yet.
        foreach (var number in commits.Reverse())
        {
            var reading = history[number].Reading;
            string?[] said = [reading.PullRequest, .. reading.Entries.SelectMany(entry => entry.References).Where(reference => reference.Repository is null).Select(reference => reference.Issue)];
            numbers.UnionWith(said.Select(Number).OfType<int>());

            // A person's account is told by any commit of theirs, so one is enough.
            var before = people.Count;
            people.UnionWith(reading.Authors.Select(author => author.Email));

            if (reading.PullRequest is null || people.Count > before)
            {
                asked.Add(history.Id(number));
            }
        }

        return new([.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))], [.. asked]);
    }

    private static int? Number(string? text) => text is { Length: > 0 and <= MostDigits } && text.All(char.IsAsciiDigit) && int.Parse(text, CultureInfo.InvariantCulture) is > 0 and var number ? number : null;
}
