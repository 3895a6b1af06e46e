using System.Text;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>
/// A history and the changelogs asked of it, told step by step in the file <c>history.txt</c> and played with real git. One step a line,
/// <c>#</c> begins a comment, and <c>{NAME}</c> is the hash of a commit that was named:
/// <code>
/// commit [PATH=TEXT …] MESSAGE      everything there is, with these files; '&lt;&lt;' for the message takes the lines up to '&gt;&gt;'
/// name NAME                         of the commit that is checked out
/// author NAME &lt;EMAIL&gt;              of the commits that follow
/// branch NAME, switch NAME          makes a branch here, goes to one
/// merge NAME [MESSAGE]              with a commit of its own
/// pick COMMIT [-x]                  makes its change here as well
/// tag NAME [OBJECT]                 on what is checked out, or on something else
/// write PATH &lt;&lt;                     the lines that follow, up to '&gt;&gt;'; not committed
/// run ARGUMENTS                     'dotnet release' with these; its answer is part of what must come out
/// </code>
/// </summary>
internal sealed class ChangelogScenario : IDisposable
{
    private const string TextBegins = "<<";
    private const string TextEnds = ">>";

    private readonly TempRepository _repository = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly StringBuilder _answers = new();
    private readonly Queue<string> _lines;
    private string? _author;

    private ChangelogScenario(string history) => _lines = new(history.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>What the runs answered, one after the other.</summary>
    public static string Play(string history)
    {
        using var scenario = new ChangelogScenario(history);

        while (scenario._lines.TryDequeue(out var line))
        {
            if (line.Trim() is not ("" or ['#', ..]))
            {
                scenario.Do(line.Split(' ', 2)[0], line.Split(' ', 2) is [_, var rest] ? scenario.Named(rest) : "");
            }
        }

        return scenario._answers.ToString();
    }

    public void Dispose() => _repository.Dispose();

    private void Do(string step, string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        switch (step)
        {
            case "commit":
                Commit(rest);
                break;
            case "name":
                _names[rest] = _repository.Head;
                break;
            case "author":
                _author = rest;
                break;
            case "branch":
                _repository.Git("switch", "--quiet", "--create", rest);
                break;
            case "switch":
                _repository.Git("switch", "--quiet", rest);
                break;
            case "merge":
                _repository.Merge(words[0], words.Length == 1 ? null : Text(rest[(words[0].Length + 1)..]));
                break;
            case "pick":
                _repository.Pick(words[0], words[1..]);
                break;
            case "tag":
                _repository.Git(["tag", .. words]);
                break;
            case "write":
                _repository.Write(words[0], Text(words[1]) + "\n");
                break;
            case "run":
                Run(words);
                break;
            default:
                throw new FormatException($"'{step} {rest}' is no step of a history.");
        }
    }

    private void Commit(string rest)
    {
        while (rest.Split(' ', 2) is [var first, var message] && first.IndexOf('=') is > 0 and var equals && !first.Contains(':', StringComparison.Ordinal))
        {
            _repository.Write(first[..equals], first[(equals + 1)..] + "\n");
            rest = message;
        }

        _repository.Commit(Text(rest), _author);
    }

    private void Run(string[] arguments)
    {
        var run = ReleaseCommand.Run(_repository.Path, arguments);
        _answers.Append("$ dotnet release ").AppendJoin(' ', arguments).Append('\n').Append(run.Output.ReplaceLineEndings("\n")).Append(run.Error.ReplaceLineEndings("\n"));
        _answers.Append(run.ExitCode == 0 ? "" : $"(exit {run.ExitCode})\n").Append('\n');
    }

    private string Text(string written)
    {
        if (written != TextBegins)
        {
            return written;
        }

        var lines = new List<string>();

        while (_lines.Dequeue() is var line && line != TextEnds)
        {
            lines.Add(Named(line));
        }

        return string.Join('\n', lines);
    }

    private string Named(string text) => _names.Aggregate(text, (known, name) => known.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));
}
