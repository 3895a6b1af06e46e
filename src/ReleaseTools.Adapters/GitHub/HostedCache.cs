using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>
/// What GitHub answered within the last hour, one file for each repository in git's own folder. It may be deleted at any time; what is
/// damaged is as good as none. That something is not there is not kept: it may be there the next time.
/// </summary>
internal sealed class HostedCache
{
    /// <summary>Of those that were answered last.</summary>
    private const int MostOfAKind = 10_000;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly string _file;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, (HostedItem Item, long At)> _items = [];
    private readonly Dictionary<CommitId, (HostedCommit Commit, long At)> _commits = [];

    private readonly Dictionary<(CommitId Commit, string Account), (bool Wrote, long At)> _writers = [];

    private bool _isChanged;

    /// <param name="folder">Where to keep the file; it need not exist.</param>
    /// <param name="access">Whom the answers are from.</param>
    /// <param name="clock">Says how old they are.</param>
    public HostedCache(string folder, GitHubAccess access, TimeProvider clock)
    {
        _file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"1\0{access.Endpoint}\0{access.Repository}")).AsSpan(0, 16)) + ".json");
        _clock = clock;
    }

    /// <summary>Whether an account wrote anything up to a commit; null where that is not known.</summary>
    public bool? FindWriter(CommitId commit, string account) => _writers.TryGetValue((commit, account), out var known) ? known.Wrote : null;

    public void AddWriter(CommitId commit, string account, bool wrote)
    {
        _writers[(commit, account)] = (wrote, _clock.GetUtcNow().ToUnixTimeSeconds());
        _isChanged = true;
    }

    /// <summary>What is known of the questions, and nothing else: what other runs asked for makes no difference.</summary>
    public HostedFacts Known(HostedQuestions questions)
    {
        HostedCommit[] commits = [.. questions.Commits.Where(_commits.ContainsKey).Select(commit => _commits[commit].Commit)];
        var numbers = questions.Numbers.Concat(commits.Select(commit => commit.PullRequest).OfType<string>()).Distinct();
        return new(numbers.Where(_items.ContainsKey).Select(number => _items[number].Item), commits);
    }

    /// <summary>Takes in what is on the disk.</summary>
    public void Load()
    {
        try
        {
            using var document = File.Exists(_file) ? GraphQlAnswer.Parse(File.ReadAllBytes(_file)) : null;

            foreach (var item in Fresh(document, "items"))
            {
                Add(Item(item.Element), item.At);
            }

            foreach (var commit in Fresh(document, "commits"))
            {
                Add(Commit(commit.Element), commit.At);
            }

            foreach (var (element, at) in Fresh(document, "writers"))
            {
                if (GraphQlAnswer.Text(element, "commit") is { } commit && GraphQlAnswer.Text(element, "account") is { } account)
                {
                    _writers[(new(commit), account)] = (GraphQlAnswer.Member(element, "wrote").ValueKind == JsonValueKind.True, at);
                }
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Of another user, or another process is writing it: GitHub is asked.
        }
    }

    /// <summary>Those of the questions that nothing is known about.</summary>
    public HostedQuestions Missing(HostedQuestions questions) =>
        new([.. questions.Numbers.Where(number => !_items.ContainsKey(number))], [.. questions.Commits.Where(commit => !_commits.ContainsKey(commit))]);

    public void Add(IEnumerable<HostedItem> items, IEnumerable<HostedCommit> commits)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();

        foreach (var item in items)
        {
            Add(item, now);
            _isChanged = true;
        }

        foreach (var commit in commits)
        {
            Add(commit, now);
            _isChanged = true;
        }
    }

    /// <summary>Keeps what is known, where the disk lets it.</summary>
    public void Save()
    {
        if (!_isChanged)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            var prepared = $"{_file}.{Path.GetRandomFileName()}";
            File.WriteAllBytes(prepared, Bytes());
            File.Move(prepared, _file, overwrite: true);
            _isChanged = false;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A repository on a read-only disk, or of another user: GitHub is asked again next time.
        }
    }

    private void Add(HostedItem? item, long at)
    {
        if (item is not null)
        {
            _items[item.Number] = (item, at);
        }
    }

    private void Add(HostedCommit? commit, long at)
    {
        if (commit is not null)
        {
            _commits[commit.Id] = (commit, at);
        }
    }

    private IEnumerable<(JsonElement Element, long At)> Fresh(JsonDocument? document, string list)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();

        return document is null ? [] : GraphQlAnswer.Items(GraphQlAnswer.Member(document.RootElement, list))
            .Select(element => (element, At: GraphQlAnswer.Member(element, "at") is { ValueKind: JsonValueKind.Number } at && at.TryGetInt64(out var seconds) ? seconds : 0))
            .Where(one => one.At <= now && now - one.At < Lasts.TotalSeconds);
    }

    private static HostedItem? Item(JsonElement item) =>
        GraphQlAnswer.Text(item, "number") is { Length: > 0 and < 12 } number && number.All(char.IsAsciiDigit) && GraphQlAnswer.Text(item, "title") is { } title
            ? new(
                number,
                GraphQlAnswer.Text(item, "kind") == "issue" ? HostedKind.Issue : HostedKind.PullRequest,
                HostedText.Of(title, HostedText.LongestTitle),
                HostedAccount.Read(GraphQlAnswer.Text(item, "author")),
                [.. GraphQlAnswer.Items(GraphQlAnswer.Member(item, "labels")).Select(GraphQlAnswer.Text).OfType<string>().Select(label => HostedText.Of(label, HostedText.LongestLabel))])
            : null;

    private static HostedCommit? Commit(JsonElement commit) => GraphQlAnswer.Text(commit, "id") is not { Length: 40 or 64 } id ? null : new(
        new CommitId(id),
        [.. GraphQlAnswer.Items(GraphQlAnswer.Member(commit, "authors")).Select(author => (GraphQlAnswer.Text(author, "email") ?? "", Account(author)))],
        GraphQlAnswer.Text(commit, "pullRequest"));

    private static HostedAccount? Account(JsonElement author) => HostedAccount.Read(GraphQlAnswer.Text(author, "login")) is { } account ? account with { Id = GraphQlAnswer.Text(author, "id") } : null;

    private byte[] Bytes()
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            Text.JsonText.WriteObjects(writer, "items", _items.Values.OrderByDescending(one => one.At).Take(MostOfAKind), one => Write(writer, one.Item, one.At));
            Text.JsonText.WriteObjects(writer, "commits", _commits.Values.OrderByDescending(one => one.At).Take(MostOfAKind), one => Write(writer, one.Commit, one.At));
            Text.JsonText.WriteObjects(writer, "writers", _writers.OrderByDescending(one => one.Value.At).Take(MostOfAKind), one => Write(writer, one.Key.Commit, one.Key.Account, one.Value.Wrote, one.Value.At));
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, CommitId commit, string account, bool wrote, long at)
    {
        writer.WriteString("commit", commit.Hash);
        writer.WriteString("account", account);
        writer.WriteBoolean("wrote", wrote);
        writer.WriteNumber("at", at);
    }

    private static void Write(Utf8JsonWriter writer, HostedItem item, long at)
    {
        writer.WriteString("number", item.Number);
        writer.WriteString("kind", item.Kind == HostedKind.Issue ? "issue" : "pullRequest");
        writer.WriteString("title", item.Title);
        writer.WriteString("author", item.Author?.Name);
        writer.WritePropertyName("labels");
        Text.JsonText.WriteValue(writer, item.Labels);
        writer.WriteNumber("at", at);
    }

    private static void Write(Utf8JsonWriter writer, HostedCommit commit, long at)
    {
        writer.WriteString("id", commit.Id.Hash);
        Text.JsonText.WriteObjects(writer, "authors", commit.Authors, author =>
        {
            writer.WriteString("email", author.Email);
            writer.WriteString("login", author.Account?.Name);
            writer.WriteString("id", author.Account?.Id);
        });
        writer.WriteString("pullRequest", commit.PullRequest);
        writer.WriteNumber("at", at);
    }
}
