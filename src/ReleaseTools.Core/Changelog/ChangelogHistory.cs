using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>A history as far as a changelog needs it.</summary>
internal sealed class ChangelogHistory
{
    private readonly HistoryCommit?[] _byNumber;
    private int[]? _places;

    private ChangelogHistory(CommitGraph graph, IReadOnlyList<HistoryCommit> commits, bool isOrdered)
    {
        Graph = graph;
        _byNumber = new HistoryCommit?[graph.Count];

        foreach (var commit in commits)
        {
            _byNumber[commit.Number] = commit;
        }

        int[] numbers = [.. commits.Select(commit => commit.Number)];
        Commits = isOrdered ? [.. numbers] : CommitOrder.Of(graph, numbers);
    }

    /// <summary>Of all commits and of the parents of the last ones, which are none of them.</summary>
    public CommitGraph Graph { get; }

    /// <summary>Their numbers, the newest first; none before one that is built on it.</summary>
    public ImmutableArray<int> Commits { get; }

    /// <summary>Their places in that order, by their numbers: see <see cref="CommitDifference"/>.</summary>
    public int[] Places => _places ??= CommitDifference.Places(Graph, Commits);

    public HistoryCommit this[int number] => _byNumber[number]!;

    public bool Contains(int number) => _byNumber[number] is not null;

    /// <summary>Those that wrote with an author; a log gives them the names that stand in messages.</summary>
    public ImmutableArray<Contributor> CoAuthors() =>
        [.. _byNumber.Where(commit => commit is { Reading.Authors.Length: > 1 }).SelectMany(commit => commit!.Reading.Authors.Skip(1)).Distinct()];

    /// <summary>Gives people other names.</summary>
    public void Rename(IReadOnlyDictionary<Contributor, Contributor> names)
    {
        for (var number = 0; names.Count > 0 && number < _byNumber.Length; number++)
        {
            if (_byNumber[number] is { Reading.Authors: { Length: > 1 } authors } commit && authors.Any(names.ContainsKey))
            {
                _byNumber[number] = commit with { Reading = commit.Reading.By([.. authors.Select(author => names.GetValueOrDefault(author, author))]) };
            }
        }
    }

    /// <summary>Takes in what the site that hosts the repository told.</summary>
    public void Learn(HostedFacts facts)
    {
        foreach (var number in facts.IsEmpty ? [] : Commits)
        {
            var commit = this[number];
            _byNumber[number] = commit with { Reading = facts.Complete(Id(number), commit.Reading) };
        }
    }

    public CommitId Id(int number) => Graph.Id(number);

    /// <summary>Takes in commits one by one, as a log tells them.</summary>
    /// <param name="nameLength">Bytes in a commit's name.</param>
    internal sealed class Builder(int nameLength)
    {
        private readonly CommitGraph.Builder _graph = new(nameLength);
        private readonly List<HistoryCommit> _commits = new(1024);
        private readonly Dictionary<string, ImmutableArray<Contributor>> _authors = [];
        private readonly byte[] _name = new byte[nameLength];
        private char[] _person = new char[256];
        private bool _isOrdered = true;

        public int Count => _commits.Count;

        public void Add(LoggedCommit commit)
        {
            HexName.Decode(commit.Name, _name);
            var number = _graph.Add(_name);
            var parents = 0;

            for (var rest = commit.Parents; rest.Length >= nameLength * 2; rest = rest.Length > nameLength * 2 ? rest[((nameLength * 2) + 1)..] : [])
            {
                HexName.Decode(rest[..(nameLength * 2)], _name);
                _isOrdered &= !_graph.IsBegun(_name);
                _graph.AddParent(_name);
                parents++;
            }

            var reading = CommitReading.Read(new CommitId(Encoding.ASCII.GetString(commit.Name)), Encoding.UTF8.GetString(MessageCore.Of(commit.Message)), Author(commit), isMerge: parents > 1);
            _commits.Add(new(number, reading, Utf8Parser.TryParse(commit.Time, out long time, out _) ? time : 0, parents > 1));
        }

        public ChangelogHistory Build() => new(_graph.Build([]), _commits, _isOrdered);

        /// <summary>Most commits are by somebody who wrote another one.</summary>
        private ImmutableArray<Contributor> Author(LoggedCommit commit)
        {
            var most = commit.Author.Length + commit.Email.Length + 1;

            if (_person.Length < most)
            {
                _person = new char[most * 2];
            }

            var name = Encoding.UTF8.GetChars(commit.Author, _person);
            _person[name] = '\n';
            var email = Encoding.UTF8.GetChars(commit.Email, _person.AsSpan(name + 1));
            var known = _authors.GetAlternateLookup<ReadOnlySpan<char>>();
            var key = _person.AsSpan(0, name + 1 + email);

            if (!known.TryGetValue(key, out var author))
            {
                author = [new(key[..name].ToString(), key[(name + 1)..].ToString())];
                known[key] = author;
            }

            return author;
        }
    }
}
