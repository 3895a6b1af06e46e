using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReleaseTools.Tests;

/// <summary>A small repository made up from a seed: commits with whole trees, branches, merges, tags, and what is checked out.</summary>
/// <param name="Commits">Parents before children.</param>
/// <param name="Head">Index of the commit that is checked out.</param>
/// <param name="IsDetached">Whether no branch is checked out.</param>
/// <param name="Tags">Names, the commit each is on, and whether it is annotated.</param>
/// <param name="Edit">A version file changed and not committed, or null.</param>
/// <param name="Project">The folder whose version is asked for; empty for the root.</param>
internal sealed record RandomHistory(
    ImmutableArray<RandomCommit> Commits,
    int Head,
    bool IsDetached,
    ImmutableArray<(string Name, int Commit, bool IsAnnotated)> Tags,
    (string Path, string Text)? Edit,
    string Project)
{
    private static readonly string[] Paths = ["a.txt", "src/a", "src/b/c", "docs/d", "app/e", "app/src/f"];

    public static RandomHistory From(int seed)
    {
        var random = new Random(seed);
        var commits = new List<RandomCommit> { new([], Tree.Empty.Add("version.json", RandomVersionFile.Next(random, isNested: false))) };
        var tips = new List<int> { 0 };

        for (var i = 1; i < random.Next(2, 14); i++)
        {
            var tip = random.Next(tips.Count);
            var parent = tips[tip];
            var other = tips[random.Next(tips.Count)];
            var isMerge = random.Next(4) == 0 && other != parent;
            var tree = isMerge ? Merge(commits[parent].Tree, commits[other].Tree, random) : Change(commits[parent].Tree, random);
            commits.Add(new(isMerge ? [parent, other] : [parent], tree));

            if (random.Next(3) == 0)
            {
                tips.Add(i);
            }
            else
            {
                tips[tip] = i;
            }
        }

        var head = random.Next(5) == 0 ? random.Next(commits.Count) : commits.Count - 1;
        var isNested = commits[head].Tree.ContainsKey("app/version.json");
        return new(
            [.. commits],
            head,
            random.Next(6) == 0,
            [.. Enumerable.Range(0, random.Next(4)).Select(i => ($"v1.{i}", random.Next(3) == 0 ? head : random.Next(commits.Count), random.Next(2) == 0))],
            random.Next(8) == 0 ? (isNested && random.Next(2) == 0 ? "app/version.json" : "version.json", RandomVersionFile.Next(random, isNested: false)) : null,
            random.Next(2) == 0 ? "" : "app");
    }

    /// <summary>The same history in the language of <c>git fast-import</c>.</summary>
    public string ToFastImport()
    {
        var text = new StringBuilder();

        for (var i = 0; i < Commits.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"commit refs/heads/commit{i}\nmark :{i + 1}\ncommitter Ada <ada@example.test> {1_700_000_000 + (i * 60)} +0000\n{Data($"feat: commit {i}")}");
            text.AppendJoin("", Commits[i].Parents.Select((parent, index) => $"{(index == 0 ? "from" : "merge")} :{parent + 1}\n"));
            text.Append("deleteall\n");
            text.AppendJoin("", Commits[i].Tree.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"M 100644 inline {file.Key}\n{Data(file.Value)}"));
        }

        foreach (var (name, commit, isAnnotated) in Tags)
        {
            text.Append(isAnnotated
                ? $"tag {name}\nfrom :{commit + 1}\ntagger Ada <ada@example.test> 1700000000 +0000\n{Data(name)}"
                : $"reset refs/tags/{name}\nfrom :{commit + 1}\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"reset refs/heads/main\nfrom :{Head + 1}\n\n").ToString();
    }

    /// <summary>Smaller histories to try when this one shows a difference: without a commit, a file, a tag or the edit.</summary>
    public IEnumerable<RandomHistory> Smaller()
    {
        if (Edit is not null)
        {
            yield return this with { Edit = null };
        }

        foreach (var tag in Tags)
        {
            yield return this with { Tags = Tags.Remove(tag) };
        }

        for (var i = Commits.Length - 1; i > 0; i--)
        {
            yield return Without(i);
        }

        foreach (var path in Commits.SelectMany(commit => commit.Tree.Keys).Distinct().Where(path => path != "version.json"))
        {
            yield return this with { Commits = [.. Commits.Select(commit => commit with { Tree = commit.Tree.Remove(path) })] };
        }
    }

    public override string ToString() => string.Join('\n', Commits.Select((commit, i) =>
        $"{i} <- {string.Join(' ', commit.Parents)}{(i == Head ? " HEAD" : "")}\n    {string.Join("\n    ", commit.Tree.Select(file => $"{file.Key}: {file.Value}"))}")
        .Append($"tags {string.Join(' ', Tags)}; edit {Edit}; project '{Project}'; detached {IsDetached}"));

    private RandomHistory Without(int removed)
    {
        int Moved(int commit) => commit == removed ? Moved(Commits[removed].Parents[0]) : commit > removed ? commit - 1 : commit;
        return this with
        {
            Commits = [.. Commits.RemoveAt(removed).Select(commit => commit with { Parents = [.. commit.Parents.Select(Moved).Distinct()] })],
            Head = Moved(Head),
            Tags = [.. Tags.Select(tag => tag with { Commit = Moved(tag.Commit) })],
        };
    }

    private static ImmutableDictionary<string, string> Change(ImmutableDictionary<string, string> tree, Random random) => random.Next(10) switch
    {
        0 => tree.SetItem("version.json", RandomVersionFile.Next(random, isNested: false)),
        1 => tree.SetItem("app/version.json", RandomVersionFile.Next(random, isNested: true)),
        2 => tree.Remove("app/version.json"),
        3 => tree.RemoveRange(Paths.Where(_ => random.Next(2) == 0)),
        4 => tree,
        _ => tree.SetItem(Paths[random.Next(Paths.Length)], random.Next().ToString(CultureInfo.InvariantCulture)),
    };

    private static ImmutableDictionary<string, string> Merge(ImmutableDictionary<string, string> ours, ImmutableDictionary<string, string> theirs, Random random) =>
        ours.SetItems(theirs.Where(_ => random.Next(2) == 0));

    private static string Data(string text) => $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n";

    private static class Tree
    {
        public static ImmutableDictionary<string, string> Empty { get; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
    }
}

/// <summary>A commit of a <see cref="RandomHistory"/>: its parents by index, and every file it holds.</summary>
internal sealed record RandomCommit(ImmutableArray<int> Parents, ImmutableDictionary<string, string> Tree);
