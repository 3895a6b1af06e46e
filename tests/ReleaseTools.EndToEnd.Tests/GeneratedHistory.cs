using System.Globalization;
using System.Text;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Long histories in the shapes that public repositories have, by chance: squashed pull requests, merge commits, Gerrit's trailers.</summary>
internal sealed class GeneratedHistory(Random random, TextWriter output)
{
    private static readonly string[] Types = ["feat", "fix", "perf", "docs", "chore", "refactor", "Fix", "ci", "security"];
    private static readonly string[] Scopes = ["", "", "(api)", "(web)", "(deps)"];
    private static readonly string[] Words = ["add search", "handle null", "count once", "drop v1", "say why", "bump lodash from 1.0.0 to 1.1.0", "bump lodash from 1.1.0 to 1.2.0", "update dependency eslint to v9"];
    private static readonly string[] Authors = ["Ada <ada@example.test>", "Bob <bob@example.test>", "renovate[bot] <bot@example.test>"];

    private readonly List<string> _messages = [];
    private int _mark;

    public static TempRepository Make(string shape, Random random, int commits)
    {
        var repository = new TempRepository();
        repository.Import(output => new GeneratedHistory(random, output).Write(shape, commits));
        return repository;
    }

    private void Write(string shape, int commits)
    {
        while (_mark < commits)
        {
            switch (shape)
            {
                case "squash":
                    Commit(random.Next(4) == 0 ? Squashed() : $"{Header()} (#{random.Next(commits)})", []);
                    break;
                case "merges":
                    Branch();
                    break;
                default:
                    Commit($"{Header()}\n\nBecause.\n\nChange-Id: I{random.Next(commits / 2):x40}\nReviewed-on: https://review.example.test/c/{_mark}\n", []);
                    break;
            }

            if (random.Next(20) == 0)
            {
                output.Write(string.Create(CultureInfo.InvariantCulture, $"reset refs/tags/v0.{_mark}.0{(random.Next(3) == 0 ? "-rc.1" : "")}\nfrom :{_mark}\n\n"));
            }
        }
    }

    /// <summary>A topic of some commits, perhaps with a commit of the trunk beside it, and the merge.</summary>
    private void Branch()
    {
        var fork = _mark;
        Commit(Message(), []);

        for (var more = random.Next(3); more > 0; more--)
        {
            Commit(Message(), []);
        }

        var tip = _mark;

        if (fork > 0)
        {
            Commit(Message(), [fork]);
            Commit(random.Next(5) == 0 ? Header() : $"Merge pull request #{_mark} from octo/topic\n\n{Header()}\n", [_mark, tip]);
        }
    }

    /// <summary>With all that ties commits together: picks, reverts, skips.</summary>
    private string Message() => random.Next(10) switch
    {
        0 => "added stuff",
        1 => $"{Header()}\n\nChangelog: skip\n",
        2 => $"{Header()}!\n\nBREAKING CHANGE: it is otherwise\n",
        3 => $"Revert \"x (#{_mark - random.Next(20)})\"",
        4 when _messages.Count > 0 => _messages[random.Next(_messages.Count)],
        5 => "fixup! feat: a",
        6 => $"{Header()}\n\nCo-authored-by: Eve <eve@example.test>\n",
        7 => $"{Header()}\n\nBEGIN_COMMIT_OVERRIDE\nfeat: a\nfix: b\nEND_COMMIT_OVERRIDE\n",
        8 => $"{Header()} (#{_mark})",
        _ => Header(),
    };

    private string Squashed() => $"{(random.Next(2) == 0 ? Header() : "Weekly work")} (#{_mark})\n\n* {Header()}\n\n* wip\n\n* {Header()}\n\nCloses #{random.Next(99)}\n\n---------\n\nCo-authored-by: Eve <eve@example.test>\n";

    private string Header() => $"{Types[random.Next(Types.Length)]}{Scopes[random.Next(Scopes.Length)]}{(random.Next(15) == 0 ? "!" : "")}: {Words[random.Next(Words.Length)]}";

    /// <param name="message">What it says.</param>
    /// <param name="parents">By their marks; the commit before where none is given.</param>
    private void Commit(string message, int[] parents)
    {
        var author = Authors[random.Next(Authors.Length)];
        var bytes = Encoding.UTF8.GetByteCount(message);
        _messages.Add(message);
        _mark++;

        // Clocks that go back, and authors of one moment.
        var date = 1_600_000_000 + (_mark * 60) - (random.Next(50) == 0 ? 10_000 : 0);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"commit refs/heads/{(parents is [] or [_, _] ? "main" : "side")}\nmark :{_mark}\nauthor {author} {date / 600 * 600} +0000\ncommitter Ada <ada@example.test> {date} +0000\ndata {bytes}\n{message}\n"));
        output.Write(parents is [var first, ..] ? $"from :{first}\n" : _mark > 1 ? $"from :{_mark - 1}\n" : "");
        output.Write(parents is [_, var second] ? $"merge :{second}\n" : "");
        output.Write(string.Create(CultureInfo.InvariantCulture, $"M 100644 inline f{random.Next(5)}\ndata 1\n{random.Next(3)}\n"));
    }
}
