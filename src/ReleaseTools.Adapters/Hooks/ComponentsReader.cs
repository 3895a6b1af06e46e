using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>
/// The settings of every component at any number of commits, with as many questions to git as at one: it compares a tree with the one
/// before it, looks at no folder that did not change, and hands out all version files together.
/// </summary>
internal sealed class ComponentsReader(GitProcess git)
{
    private const string Regular = "100";

    /// <param name="trees">The top folders of the commits, by name.</param>
    /// <exception cref="Diagnostics.ReleaseException">RT3001 and others: a version file is wrong.</exception>
    public IReadOnlyDictionary<string, ImmutableArray<VersionOptions>> Read(IEnumerable<string> trees)
    {
        string[] all = [.. trees.Distinct()];

        if (all is [])
        {
            return new Dictionary<string, ImmutableArray<VersionOptions>>();
        }

        var files = VersionFilesOf(all);
        var texts = BlobReader.Read(git, [.. files.SelectMany(one => one.Values).Distinct()]).ToDictionary(blob => blob.Name, blob => blob.Content);
        var known = new Dictionary<string, ImmutableArray<VersionOptions>>();

        return all.Zip(files).ToDictionary(pair => pair.First, pair =>
        {
            var key = string.Join('\0', pair.Second.Select(file => $"{file.Value} {file.Key}"));
            return known.TryGetValue(key, out var components) ? components : known[key] = Components(pair.Second, texts);
        });
    }

    private static ImmutableArray<VersionOptions> Components(ImmutableSortedDictionary<string, string> files, Dictionary<string, ReadOnlyMemory<byte>> texts) =>
    [
        .. files.Keys.Select(path => path[..Math.Max(0, path.LastIndexOf('/'))]).Append("").Distinct().OrderBy(folder => folder.Length)
            .Select(folder => VersionFiles.Parse(new([.. VersionFilePlaces.For(folder).Where(files.ContainsKey).Select(place => new VersionFileText(place, SourceText.Parse(place, texts[files[place]].Span).Text))])) ?? VersionOptions.Default),
    ];

    /// <summary>The version files of each tree, by path: each tree is the one before it with what differs.</summary>
    private ImmutableSortedDictionary<string, string>[] VersionFilesOf(string[] trees)
    {
        var before = git.Ask("", ["hash-object", "-t", "tree", "--stdin"]).Output.Trim();
        var pairs = trees.Prepend(before).Zip(trees, (old, tree) => $"{old} {tree}\n");
        var output = git.Bytes(string.Concat(pairs), ["diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--", .. VersionFilePlaces.Names.Select(name => $":(top,glob)**/{name}")]);
        var files = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var (result, isPath, status) = (new List<ImmutableSortedDictionary<string, string>>(), false, Array.Empty<string>());

        foreach (var record in GitPaths.Records(output).Select(record => Encoding.UTF8.GetString(record.Span)))
        {
            if (isPath)
            {
                files = status[1].StartsWith(Regular, StringComparison.Ordinal) ? files.SetItem(record, status[3]) : files.Remove(record);
                isPath = false;
                continue;
            }

            // Each pair begins with a line of the two names, and those of pairs without a difference stand one behind the other.
            var start = record.LastIndexOf('\n') + 1;
            result.AddRange(Enumerable.Repeat(files, record.AsSpan(0, start).Count('\n')));
            (isPath, status) = (start < record.Length, record[start..].Split(' '));
        }

        return [.. result.Skip(1), files];
    }
}
