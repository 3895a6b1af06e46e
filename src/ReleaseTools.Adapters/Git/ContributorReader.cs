using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>Asks who wrote commits before.</summary>
internal static class ContributorReader
{
    private const int Fields = 2;

    /// <summary>Those who wrote nothing up to a commit, by the names the repository's mailmap gives them.</summary>
    /// <param name="repository">Where to look.</param>
    /// <param name="people">Who may be new.</param>
    /// <param name="before">The last commit of what was before; null where there was nothing, and then nobody is called new.</param>
    /// <exception cref="ReleaseException">RT1005: the commit is not known.</exception>
    public static ImmutableArray<Contributor> FirstTimers(GitRepository repository, ImmutableArray<Contributor> people, string? before)
    {
        if (before is null || people is [])
        {
            return [];
        }

        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var person in repository.Git.Records(["log", "-z", "--encoding=UTF-8", "--format=%aN%x00%aE", "--end-of-options", repository.Resolve(before).Hash, "--"]).Chunk(Fields))
        {
            known.UnionWith(person);
        }

        return [.. people.Where(person => !person.IsBot && !known.Contains(person.Name) && !known.Contains(person.Email))];
    }
}
