using System.Collections.Frozen;
using ReleaseTools.Changelog;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>Takes a history in from one <c>git log</c>, commit by commit while git is writing it.</summary>
internal sealed class LogReader
{
    private const int FieldsOfCommit = 6;
    private const int FirstBuffer = 256 * 1024;
    private const int CommitsPerReport = 1000;

    private readonly ChangelogHistory.Builder _history;
    private readonly FrozenSet<CommitId> _boundary;
    private readonly Action<int>? _progress;
    private readonly int[] _ends = new int[FieldsOfCommit];
    private byte[] _buffer = new byte[FirstBuffer];

    /// <summary>Of the commit that is not there whole: the fields that are, and the bytes in which no more end.</summary>
    private int _field;
    private int _searched;

    private LogReader(int digits, FrozenSet<CommitId> boundary, Action<int>? progress)
    {
        _history = new(digits / 2);
        _boundary = boundary;
        _progress = progress;
    }

    /// <param name="repository">Where to ask.</param>
    /// <param name="to">The last commit.</param>
    /// <param name="since">A commit at which, with all before it, history ends; null for the whole of it.</param>
    /// <param name="progress">Hears now and then how many commits were read.</param>
    /// <exception cref="ReleaseException">RT4032: the clone does not hold all of them.</exception>
    public static ChangelogHistory Read(GitRepository repository, CommitId to, CommitId? since, Action<int>? progress = null) => Read(repository, [to], since, progress);

    /// <summary>The same of several that are the last.</summary>
    public static ChangelogHistory Read(GitRepository repository, ReadOnlySpan<CommitId> to, CommitId? since, Action<int>? progress)
    {
        var reader = new LogReader(to[0].Hash.Length, repository.Boundary(), progress);
        var commits = new List<string>();

        foreach (var commit in to)
        {
            commits.Add(commit.Hash);
        }

        if (since is { } end)
        {
            commits.Add("^" + end.Hash);
        }

        // In git's own order, so that it writes from the start; its promise of one without gaps would cost a walk before that.
        repository.Git.Read(reader.Take, ["log", "-z", "--encoding=UTF-8", "--no-decorate", "--format=%H%x00%P%x00%aN%x00%aE%x00%at%x00%B", "--end-of-options", .. commits, "--"]);
        return reader._history.Build();
    }

    private void Take(Stream output)
    {
        var held = 0;

        while (output.Read(_buffer, held, _buffer.Length - held) is > 0 and var count)
        {
            var end = held + count;
            var taken = TakeWhole(_buffer.AsSpan(0, end));
            held = end - taken;
            _buffer.AsSpan(taken, held).CopyTo(_buffer);

            if (held == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }

    /// <summary>Takes the commits that are there whole, and says how many bytes they were.</summary>
    private int TakeWhole(ReadOnlySpan<byte> bytes)
    {
        var (start, at) = (0, _searched);

        while (bytes[at..].IndexOf((byte)0) is >= 0 and var length)
        {
            _ends[_field++] = at + length;
            at += length + 1;

            if (_field == FieldsOfCommit)
            {
                TakeCommit(bytes, start);
                (start, _field) = (at, 0);
            }
        }

        for (var field = 0; field < _field; field++)
        {
            _ends[field] -= start;
        }

        _searched = bytes.Length - start;
        return start;
    }

    private void TakeCommit(ReadOnlySpan<byte> bytes, int start)
    {
        var commit = new LoggedCommit
        {
            Name = bytes[start.._ends[0]],
            Parents = Field(bytes, 1),
            Author = Field(bytes, 2),
            Email = Field(bytes, 3),
            Time = Field(bytes, 4),
            Message = Field(bytes, 5),
        };

        if (_boundary.Count > 0 && new CommitId(System.Text.Encoding.ASCII.GetString(commit.Name)) is var id && _boundary.Contains(id))
        {
            throw new ReleaseException(CommitDiagnostics.RangeIsCut(id.ToString()));
        }

        _history.Add(commit);

        if (_progress is not null && _history.Count % CommitsPerReport == 0)
        {
            _progress(_history.Count);
        }
    }

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> bytes, int field) => bytes[(_ends[field - 1] + 1).._ends[field]];
}
