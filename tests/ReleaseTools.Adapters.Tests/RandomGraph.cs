using System.Globalization;
using System.Text;

namespace ReleaseTools.Tests;

/// <summary>Random commits for <c>git fast-import</c>: merges, octopuses and second roots, dates that lie, and now and then another version file.</summary>
internal sealed class RandomGraph(int seed)
{
    private static readonly string[] Files = ["version.json", "version.txt", "lib/version.json", "lib/version.txt", "src/a.cs", "src/b.cs", "lib/c.cs"];

    private readonly Random _random = new(seed);
    private readonly List<int> _marks = [];
    private string _tip = "";

    public void Write(TextWriter output, int commits)
    {
        for (var i = 0; i < commits; i++)
        {
            // Marks do not outlive one import; what came before is reached through the branch.
            Write(output, isFirst: i == 0, isLast: i == commits - 1);
        }

        _tip = "refs/heads/main^0";
        _marks.Clear();
    }

    private void Write(TextWriter output, bool isFirst, bool isLast)
    {
        var mark = _marks.Count + 1;
        var parents = Parents(isFirst, isLast);
        var message = $"feat: change {_random.Next()}";
        output.Write(parents is [] ? "reset refs/heads/draft\n\n" : "");
        output.Write(string.Create(CultureInfo.InvariantCulture, $"commit refs/heads/{(isLast ? "main" : "draft")}\nmark :{mark}\ncommitter Ada <ada@example.test> {1_700_000_000 + _random.Next(100_000)} +0000\n{Data(message)}"));
        output.Write(string.Concat(parents.Select((parent, index) => $"{(index == 0 ? "from" : "merge")} {parent}\n")));

        foreach (var _ in Enumerable.Range(0, _random.Next(3)))
        {
            var file = Files[_random.Next(Files.Length)];
            output.Write(_random.Next(5) == 0 ? $"D {file}\n" : $"M 100644 inline {file}\n{Data(string.Create(CultureInfo.InvariantCulture, $"content {_random.Next(4)}"))}");
        }

        _marks.Add(mark);
    }

    /// <summary>Mostly the commit before; sometimes several, sometimes none. The last one ties everything together.</summary>
    private string[] Parents(bool isFirst, bool isLast)
    {
        if (isFirst)
        {
            return _tip.Length == 0 ? [] : [_tip];
        }

        var count = isLast ? Math.Min(8, _marks.Count) : _random.Next(12) switch { 0 => 0, < 8 => 1, < 11 => 2, _ => 4 };
        return [.. Enumerable.Range(0, count).Select(i => i == 0 && _random.Next(3) > 0 ? _marks[^1] : _marks[_random.Next(_marks.Count)]).Distinct().Select(mark => $":{mark}")];
    }

    private static string Data(string text) => $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n";
}
