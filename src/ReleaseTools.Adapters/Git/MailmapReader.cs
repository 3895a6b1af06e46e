using System.Collections.Frozen;
using ReleaseTools.Changelog;

namespace ReleaseTools.Adapters.Git;

/// <summary>Asks git for the names that the repository's mailmap gives to people; those of authors a log tells already.</summary>
internal static class MailmapReader
{
    /// <returns>Those who have another name there.</returns>
    public static FrozenDictionary<Contributor, Contributor> Read(GitProcess git, IReadOnlyList<Contributor> people)
    {
        if (people.Count == 0)
        {
            return FrozenDictionary<Contributor, Contributor>.Empty;
        }

        var answer = git.Ask(string.Concat(people.Select(person => $"{person.Name} <{person.Email}>\n")), ["check-mailmap", "--stdin"]);
        var named = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Anybody can write anything behind 'Co-authored-by', and git stops at what it cannot read: then the names stay as they are.
        return answer.ExitCode != 0 || named.Length != people.Count
            ? FrozenDictionary<Contributor, Contributor>.Empty
            : people.Zip(named.Select(Contributor.Read))
                .Where(one => one.Second is not null && one.Second != one.First)
                .ToFrozenDictionary(one => one.First, one => one.Second!);
    }
}
