using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>Facts made up from a seed: a small history with odd version files, and odd names of branches, tags and whatever CI says.</summary>
internal static class OddFacts
{
    /// <exception cref="ReleaseException">The file on disk is no text.</exception>
    public static VersionFacts From(Random random)
    {
        ImmutableArray<VersionFileSet> sets = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Files(random, isOld: true))];
        var graph = Graph(random, random.Next(1, 7));
        var head = Head(random, graph);

        return new()
        {
            Folder = "/work",
            Head = head,
            CommittedFiles = sets[0],
            History = new(graph, [0, .. Enumerable.Range(1, graph.Count - 1).Select(_ => random.Next(sets.Length))], sets),
            WorkingFiles = random.Next(5) == 0 ? Files(random, isOld: false) : sets[0],
            Ci = random.Next(2) == 0 ? null : new("CI", Maybe(random), random.Next(2) == 0 ? head.Id.Hash : Maybe(random), random.Next(2) == 0) { PullRequest = random.Next(2) == 0 ? "7" : null, DefaultBranch = Maybe(random) },
            PublicRelease = random.Next(4) == 0 ? true : null,
        };
    }

    /// <summary>A history of one commit with one version file.</summary>
    public static VersionFacts Of(string versionFile)
    {
        var random = new Random(0);
        var files = new VersionFileSet([new("version.json", versionFile)]);
        var graph = Graph(random, commits: 1);
        return Answered(new()
        {
            Folder = "/work",
            Head = Head(random, graph) with { IsCheckedOut = true, Ref = $"refs/heads/{new string('a', 200)}!" },
            CommittedFiles = files,
            History = new(graph, [0], [files]),
            WorkingFiles = files,
        }, random);
    }

    /// <summary>The files and names of a round, for whoever has to find out what went wrong with them.</summary>
    public static string Say(VersionFacts? facts)
    {
        const int Enough = 2_000;
        var parts = facts is null ? [] : facts.WorkingFiles.Files.Concat(facts.History!.FileSets.SelectMany(set => set.Files)).Select(file => $"{file.Path}: {file.Text}")
            .Append($"{facts.Head.Ref} {string.Join(' ', facts.Head.Tags)} {facts.Ci}");
        return string.Join('\n', parts.Select(part => HarmlessText.From(part[..Math.Min(Enough, part.Length)])));
    }

    private static HeadFacts Head(Random random, CommitGraph graph) => new()
    {
        Id = graph.Id(0),
        IsCheckedOut = random.Next(3) > 0,
        Ref = random.Next(4) == 0 ? graph.Id(0).Hash : $"refs/heads/{OddText.Next(random)}",
        Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"refs/tags/{OddText.Next(random)}")],
        CommitDate = DateTimeOffset.UnixEpoch,
        AuthorDate = DateTimeOffset.UnixEpoch,
    };

    private static string? Maybe(Random random) => random.Next(3) == 0 ? null : OddText.Next(random);

    private static VersionFileSet Files(Random random, bool isOld)
    {
        string[] paths = random.Next(3) switch { 0 => ["version.txt"], 1 => ["version.json"], _ => ["src/app/version.json", "src/version.txt", "version.json"] };
        return new([.. paths.Select(path => new VersionFileText(path, Read(path, path.EndsWith(".txt", StringComparison.Ordinal) ? OddVersionFile.NextTxt(random) : OddVersionFile.Next(random), isOld)))]);
    }

    private static string Read(string path, byte[] bytes, bool isOld)
    {
        try
        {
            return SourceText.Parse(path, bytes).Text;
        }
        catch (ReleaseException) when (isOld)
        {
            return "\uFFFD";
        }
    }

    private static CommitGraph Graph(Random random, int commits)
    {
        var names = Enumerable.Range(0, commits).Select(_ => Name(random)).ToArray();
        var graph = new CommitGraph.Builder(names[0].Length);

        for (var commit = 0; commit < commits; commit++)
        {
            graph.Add(names[commit]);

            // Each but the last has the next one for a parent, so that all are reachable, and now and then another.
            for (var parent = commit + 1; parent < commits; parent++)
            {
                if (parent == commit + 1 || random.Next(4) == 0)
                {
                    graph.AddParent(names[parent]);
                }
            }
        }

        return graph.Build(random.Next(4) == 0 ? [new CommitId(Convert.ToHexStringLower(names[^1]))] : []);
    }

    private static byte[] Name(Random random)
    {
        var name = new byte[20];
        random.NextBytes(name);
        return name;
    }

    /// <summary>The facts, with what git might say to the questions they raise.</summary>
    public static VersionFacts Answered(VersionFacts facts, Random random)
    {
        var questions = VersionQuestions.From(facts);
        var commits = Enumerable.Range(0, facts.History!.Graph.Count).Select(facts.History.Graph.Id).ToArray();
        return facts with
        {
            Answers = new(
                questions.Filters.ToFrozenDictionary(filters => filters, _ => commits.Where(_ => random.Next(2) == 0).ToFrozenSet()),
                commits.Where(_ => questions.ShortestId > 0).ToFrozenDictionary(commit => commit, commit => commit.Hash[..Math.Max(4, questions.ShortestId)]),
                questions.WantsTags ? [.. commits.Where(_ => random.Next(3) == 0).Select(commit => new GitTag(random.Next(2) == 0 ? OddText.Next(random) : $"v{random.Next(3)}.{random.Next(3)}.{random.Next(3)}", commit))] : []),
        };
    }
}
