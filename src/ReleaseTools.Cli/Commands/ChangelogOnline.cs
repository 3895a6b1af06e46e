using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.GitHub;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary>GitHub as one command asks it. Where it gives no answer the changelog is made of the commits, it is asked no further, and the user hears why once.</summary>
internal sealed class ChangelogOnline : IDisposable
{
    private readonly Terminal _terminal;
    private readonly HostedAsker? _asker;
    private readonly List<Diagnostic> _remarks = [];
    private ProgressLine? _progress;

    /// <param name="repository">Whose remote it is.</param>
    /// <param name="policy">Says what kind of site that is.</param>
    /// <param name="isRefreshed">Whether what was answered before does not count.</param>
    /// <param name="terminal">Has the token, and shows how far it is.</param>
    public ChangelogOnline(GitRepository repository, ChangelogPolicy policy, bool isRefreshed, Terminal terminal)
    {
        _terminal = terminal;

        try
        {
            var place = GitHubRepository.Find(policy.Site) ?? throw new ReleaseException(OnlineDiagnostics.NotAtGitHub(policy.Site?.Home));
            var access = GitHubAccess.Find(place, terminal.Variable);
            var cache = new HostedCache(repository.HostedFolder, access, TimeProvider.System);

            if (!isRefreshed)
            {
                cache.Load();
            }

            _asker = new(access, cache, GitHubPatience.Usual, TimeProvider.System, count => _progress?.Report?.Invoke(count));
        }
        catch (ReleaseException stop)
        {
            _remarks.AddRange(stop.Diagnostics);
        }
    }

    /// <summary>Why there is no answer; none where there is one.</summary>
    public ImmutableArray<Diagnostic> Remarks => [.. _remarks];

    public HostedFacts Ask(HostedQuestions questions) => Try(asker => asker.Ask(questions)) ?? HostedFacts.None;

    /// <summary>Those of some people who wrote nothing up to a commit, under whatever address.</summary>
    public ImmutableArray<Contributor> FirstTimers(ImmutableArray<Contributor> people, Git.CommitId before)
    {
        string[] accounts = [.. people.Select(person => person.Account?.Id).OfType<string>().Distinct()];
        return accounts is not [] && Try(asker => asker.FindWriters(before, accounts)) is { } known ? [.. people.Where(person => !known.Contains(person.Account?.Id))] : people;
    }

    public void Dispose() => _asker?.Dispose();

    private T? Try<T>(Func<HostedAsker, T> ask)
        where T : class
    {
        if (_asker is null || _remarks is not [])
        {
            return null;
        }

        using var progress = _terminal.Progress("answers of GitHub");
        _progress = progress;

        try
        {
            return ask(_asker);
        }
        catch (ReleaseException stop)
        {
            _remarks.AddRange(stop.Diagnostics);
            return null;
        }
        finally
        {
            _progress = null;
        }
    }
}
