using System.Text.Json;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>Asks GitHub what a changelog wants to know, in few requests and no more than once an hour. It answers all of it or stops: half of an answer makes no changelog.</summary>
/// <param name="access">Where and with whose rights.</param>
/// <param name="cache">What it answered before.</param>
/// <param name="patience">How long to wait.</param>
/// <param name="clock">The time.</param>
/// <param name="progress">Hears how much is answered.</param>
internal sealed class HostedAsker(GitHubAccess access, HostedCache cache, GitHubPatience patience, TimeProvider clock, Action<int>? progress = null) : IDisposable
{
    /// <summary>Of a hundred, GitHub's own limits on a query are far away.</summary>
    private const int MostInOne = 100;

    /// <summary>Fifty requests; a token of GitHub Actions has a thousand points an hour.</summary>
    public const int MostAtOnce = 5_000;

    private readonly GitHubConnection _connection = new(access, patience, clock);
    private readonly CancellationTokenSource _limit = new(patience.Limit, clock);
    private readonly HashSet<string> _absentNumbers = [];
    private readonly HashSet<CommitId> _absentCommits = [];

    /// <exception cref="ReleaseException">RT4375 to RT4382: there is no answer, or not to all of it.</exception>
    public HostedFacts Ask(HostedQuestions questions)
    {
        var missing = cache.Missing(questions);
        missing = new([.. missing.Numbers.Where(number => !_absentNumbers.Contains(number))], [.. missing.Commits.Where(commit => !_absentCommits.Contains(commit))]);

        if (missing.Count > MostAtOnce)
        {
            throw new ReleaseException(OnlineDiagnostics.TooMuch(missing.Count, MostAtOnce));
        }

        Run(() => AskAllAsync(missing, questions.Count));
        return cache.Known(questions);
    }

    /// <summary>Those of some accounts, by what GitHub knows them by, that wrote something up to a commit.</summary>
    /// <exception cref="ReleaseException">RT4375 to RT4382: there is no answer.</exception>
    public IReadOnlyList<string> FindWriters(CommitId commit, IReadOnlyList<string> accounts)
    {
        Run(async () =>
        {
            foreach (var some in accounts.Where(account => cache.FindWriter(commit, account) is null).Chunk(MostInOne))
            {
                using var answer = await _connection.AskAsync(HostedQuery.OfPast(access.Repository, commit, some), _limit.Token);
                var writers = HostedAnswer.Writers(Repository(answer), some.Length).ToHashSet();

                foreach (var (place, account) in some.Index())
                {
                    cache.AddWriter(commit, account, writers.Contains(place));
                }
            }
        });

        return [.. accounts.Where(account => cache.FindWriter(commit, account) == true)];
    }

    public void Dispose()
    {
        _connection.Dispose();
        _limit.Dispose();
    }

    /// <summary>What was answered is kept even where the rest is not.</summary>
    private void Run(Func<Task> work)
    {
        try
        {
            work().GetAwaiter().GetResult();
        }
        catch (GitHubFault fault)
        {
            throw new ReleaseException(OnlineDiagnostics.Unreachable(access.Endpoint.Authority, _connection.Redact(fault.Message)));
        }
        catch (OperationCanceledException)
        {
            throw new ReleaseException(OnlineDiagnostics.Unreachable(access.Endpoint.Authority, $"it took longer than {patience.Limit.TotalSeconds} s"));
        }
        finally
        {
            cache.Save();
        }
    }

    private async Task AskAllAsync(HostedQuestions missing, int all)
    {
        var (numbers, commits) = (missing.Numbers.Chunk(MostInOne).ToArray(), missing.Commits.Chunk(MostInOne).ToArray());
        var left = missing.Count;
        progress?.Invoke(all - left);

        // Few of both are one request.
        HostedQuestions[] batches = missing.Count <= MostInOne
            ? [missing]
            : [.. numbers.Select(some => new HostedQuestions([.. some], [])), .. commits.Select(some => new HostedQuestions([], [.. some]))];

        foreach (var batch in batches.Where(batch => batch.Count > 0))
        {
            if (_connection.IsSpent)
            {
                throw new ReleaseException(OnlineDiagnostics.LimitReached(access.Endpoint.Authority, _connection.SpentUntil));
            }

            await AskAsync(batch);
            left -= batch.Count;
            progress?.Invoke(all - left);
        }
    }

    private async Task AskAsync(HostedQuestions batch)
    {
        try
        {
            using var answer = await _connection.AskAsync(HostedQuery.Of(access.Repository, batch), _limit.Token);
            var repository = Repository(answer);
            cache.Add(HostedAnswer.Items(repository), HostedAnswer.Commits(repository));
            var absent = cache.Missing(batch);
            _absentNumbers.UnionWith(absent.Numbers);
            _absentCommits.UnionWith(absent.Commits);
        }
        catch (GitHubFault fault) when (fault.IsOverload && batch.Count > 1)
        {
            var (numbers, commits) = (batch.Numbers.Length / 2, batch.Commits.Length / 2);
            await AskAsync(new(batch.Numbers[..numbers], batch.Commits[commits..]));
            await AskAsync(new(batch.Numbers[numbers..], batch.Commits[..commits]));
        }
    }

    /// <summary>What is not there is left out; any other complaint may hide what is.</summary>
    private JsonElement Repository(JsonDocument answer)
    {
        var host = access.Endpoint.Authority;
        var repository = GraphQlAnswer.Member(GraphQlAnswer.Member(answer.RootElement, "data"), "repository");
        var errors = GraphQlAnswer.Errors(answer).ToArray();

        return errors.Any(error => error.Kind != GraphQlAnswer.NotFound) ? throw new ReleaseException(OnlineDiagnostics.Complaint(host, _connection.Redact(GraphQlAnswer.Message(answer))))
            : repository.ValueKind == JsonValueKind.Object ? repository
            : errors is not [] ? throw new ReleaseException(OnlineDiagnostics.NoSuchRepository(host, access.Repository.ToString(), access.Origin))
            : throw new ReleaseException(OnlineDiagnostics.NoAnswer(host, "an answer without a repository"));
    }
}
