using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The histories on which both engines must agree. Each leaves a repository whose checked-out commit is asked about.</summary>
internal static class Histories
{
    private const string PublicOnMain = """{ "version": "VERSION", "publicReleaseRefSpec": ["^refs/heads/main$"] }""";

    public static IReadOnlyDictionary<string, Action<TempRepository>> All { get; } = new Dictionary<string, Action<TempRepository>>
    {
        ["three commits"] = repository => Linear(repository, "1.2", 3),
        ["three commits of a prerelease"] = repository => Linear(repository, "1.2-beta", 3),
        ["the first commit"] = repository => Linear(repository, "0.1", 1),
        ["a public branch"] = repository => Linear(repository, PublicOnMain.Replace("VERSION", "2.0"), 4),
        ["a public branch with a prerelease"] = repository => Linear(repository, PublicOnMain.Replace("VERSION", "2.0-rc.1"), 2),
        ["another branch than the public one"] = repository =>
        {
            Linear(repository, PublicOnMain.Replace("VERSION", "2.0-rc"), 2);
            repository.Git("switch", "--quiet", "--create", "topic");
            repository.Commit("feat: on a topic");
        },
        ["a detached head"] = repository =>
        {
            Linear(repository, PublicOnMain.Replace("VERSION", "2.0"), 3);
            repository.Git("checkout", "--quiet", "--detach", "HEAD~1");
        },
        ["a tag makes it public"] = repository =>
        {
            Linear(repository, """{ "version": "1.5", "publicReleaseRefSpec": ["^refs/tags/v\\d+\\.\\d+"] }""", 3);
            repository.Git("tag", "--annotate", "--message", "v1.5.3", "v1.5.3");
        },
        ["a lightweight tag makes it public"] = repository =>
        {
            Linear(repository, """{ "version": "1.5", "publicReleaseRefSpec": ["^refs/tags/v\\d+\\.\\d+"] }""", 2);
            repository.Git("tag", "v1.5.2");
        },
        ["a tag nobody asked for"] = repository =>
        {
            Linear(repository, """{ "version": "1.5", "publicReleaseRefSpec": ["^refs/tags/v\\d+\\.\\d+", "^refs/heads/release$"] }""", 2);
            repository.Git("tag", "nightly");
        },
        ["a merge counts its longer side"] = repository =>
        {
            Linear(repository, "1.2", 1);
            repository.Git("switch", "--quiet", "--create", "side");
            repository.Commit("feat: one");
            repository.Commit("feat: two");
            repository.Commit("feat: three");
            repository.Git("switch", "--quiet", "main");
            repository.Commit("fix: meanwhile");
            repository.Merge("side");
        },
        ["a merge brings the new version in"] = repository =>
        {
            Linear(repository, "1.2", 2);
            repository.Git("switch", "--quiet", "--create", "side");
            Linear(repository, "1.3", 2);
            repository.Git("switch", "--quiet", "main");
            repository.Commit("fix: meanwhile");
            repository.Merge("side");
        },
        ["a merge of an older line"] = repository =>
        {
            Linear(repository, "1.2", 3);
            repository.Git("switch", "--quiet", "--create", "old");
            repository.Commit("fix: on the old line");
            repository.Git("switch", "--quiet", "main");
            Linear(repository, "1.3", 2);
            repository.Git("merge", "--quiet", "--no-ff", "--strategy=ours", "--message", "Merge branch 'old'", "old");
        },
        ["an octopus merge"] = repository =>
        {
            Linear(repository, "1.2", 2);

            foreach (var (branch, commits) in new[] { ("one", 1), ("two", 4), ("three", 2) })
            {
                repository.Git("switch", "--quiet", "--create", branch, "main");

                for (var i = 0; i < commits; i++)
                {
                    repository.Write($"{branch}.txt", $"{i}").Commit($"feat: {branch} {i}");
                }
            }

            repository.Git("switch", "--quiet", "main");
            repository.Git("merge", "--quiet", "--message", "Merge branches", "one", "two", "three");
        },
        ["a new number starts again"] = repository =>
        {
            Linear(repository, "1.2", 3);
            Linear(repository, "1.3", 2);
        },
        ["a new prerelease goes on counting"] = repository =>
        {
            Linear(repository, "1.2-alpha", 3);
            Linear(repository, "1.2-beta", 2);
            Linear(repository, "1.2", 1);
        },
        ["only the unbroken run counts"] = repository =>
        {
            Linear(repository, "1.0", 3);
            Linear(repository, "1.1", 1);
            Linear(repository, "1.0", 2);
        },
        ["a third number changes the place"] = repository =>
        {
            Linear(repository, "1.0", 3);
            Linear(repository, "1.0.0", 2);
        },
        ["three numbers"] = repository => Linear(repository, "1.2.3-beta", 3),
        ["four numbers"] = repository => Linear(repository, "1.2.3.4", 3),
        ["the height in the prerelease"] = repository => Linear(repository, "1.2.0-alpha.{height}", 3),
        ["the height in the prerelease of two numbers"] = repository => Linear(repository, "1.2-alpha.{height}.x", 2),
        ["another word before the height starts again"] = repository =>
        {
            Linear(repository, "1.0.0-a.{height}", 3);
            Linear(repository, "1.0.0-b.{height}", 1);
        },
        ["an offset"] = repository => Linear(repository, """{ "version": "1.2", "versionHeightOffset": -1 }""", 3),
        ["an offset meant for another version"] = repository => Linear(repository, """{ "version": "1.2", "versionHeightOffset": 10, "versionHeightOffsetAppliesTo": "1.1" }""", 3),
        ["an offset meant for this version"] = repository => Linear(repository, """{ "version": "1.2-beta", "versionHeightOffset": 10, "versionHeightOffsetAppliesTo": "1.2-alpha" }""", 3),
        ["assembly version by precision"] = repository => Linear(repository, """{ "version": "1.2", "assemblyVersion": { "precision": "revision" } }""", 2),
        ["assembly version written out"] = repository => Linear(repository, """{ "version": "1.2", "assemblyVersion": "7.1" }""", 2),
        ["NuGet with SemVer 2"] = repository => Linear(repository, """{ "version": "1.2-beta.7", "nugetPackageVersion": { "semVer": 2, "precision": "revision" } }""", 2),
        ["the forms' small settings"] = repository => Linear(
            repository,
            """{ "version": "v1.2-beta.7+meta", "semVer1NumericIdentifierPadding": 6, "gitCommitIdShortFixedLength": 7, "gitCommitIdPrefix": "c", "cloudBuild": { "buildNumber": { "enabled": true, "includeCommitId": { "when": "always", "where": "fourthVersionComponent" } } } }""",
            2),
        ["a file with comments and odd case"] = repository => Linear(
            repository,
            """
            {
              // the version
              "VERSION": "3.1", /* and no more */
              "unknown": { "key": 1 },
            }
            """,
            2),
        ["version.txt"] = repository =>
        {
            repository.Write("version.txt", "1.4\r\n-beta\r\n").Commit("feat: begin");
            repository.Commit("fix: more");
        },
        ["a byte order mark and CRLF"] = repository => Linear(repository, "\uFEFF{\r\n  \"version\": \"1.9\"\r\n}\r\n", 2),
        ["an edit that is not committed"] = repository =>
        {
            Linear(repository, "1.2", 3);
            repository.Write("version.json", """{ "version": "1.3-beta" }""");
        },
        ["an edit that makes no version"] = repository =>
        {
            Linear(repository, "1.2", 3);
            repository.Write("version.json", """{ "version": "1.2", "publicReleaseRefSpec": ["."] }""");
        },
        ["a file that is not committed"] = repository =>
        {
            repository.Commit("feat: begin");
            repository.Write("version.json", """{ "version": "1.3" }""");
        },
        ["only one folder counts"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": ["src"] }""", 1);
            Touch(repository, "src/a", "docs/b", "src/c/d", "srcs/e", "src/a docs/b");
        },
        ["one folder does not count"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": [":!docs", ":^/README.md"] }""", 1);
            Touch(repository, "src/a", "docs/b", "README.md", "docs/c src/a", "docs/x README.md");
        },
        ["nothing that counts was touched"] = repository =>
        {
            Linear(repository, """{ "version": "1.2-beta", "pathFilters": ["/src", ":!/version.json"] }""", 1);
            Touch(repository, "docs/a", "docs/b");
        },
        ["a list of filters without a filter"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": [] }""", 1);
            Touch(repository, "docs/a");
            repository.Commit("chore: touch nothing");
            repository.Git("rm", "--quiet", "docs/a");
            repository.Commit("chore: remove");
        },
        ["removals under filters"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": ["src/inner", "lib"] }""", 1);
            Touch(repository, "src/inner/a", "src/other/a", "lib/b");
            repository.Git("rm", "--quiet", "-r", "src");
            repository.Commit("chore: remove a folder above the filter");
            repository.Git("rm", "--quiet", "lib/b");
            repository.Commit("chore: remove the filter's own folder");
        },
        ["a change of mode alone"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": ["."] }""", 1);
            Touch(repository, "run.sh");
            repository.Git("update-index", "--chmod=+x", "run.sh");
            repository.Git("commit", "--quiet", "--message", "fix: make it run");
            repository.Git("reset", "--quiet", "--hard");
        },
        ["filters that changed later leave history alone"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": ["src"] }""", 1);
            Touch(repository, "docs/a", "src/b");
            Linear(repository, """{ "version": "1.2", "pathFilters": ["docs"] }""", 1);
            Touch(repository, "docs/c", "src/d");
            Linear(repository, """{ "version": "1.2" }""", 1);
            Touch(repository, "other");
        },
        ["a clean merge counts where a side touched what counts"] = repository =>
        {
            Linear(repository, """{ "version": "1.2", "pathFilters": ["src"] }""", 1);
            repository.Git("switch", "--quiet", "--create", "side");
            Touch(repository, "docs/a");
            repository.Git("switch", "--quiet", "main");
            Touch(repository, "src/b");
            repository.Merge("side");
        },
        ["a shortest commit"] = repository => Linear(repository, """{ "version": "1.2", "gitCommitIdShortAutoMinimum": 6 }""", 2),
        ["a foreign version.json before ours"] = repository =>
        {
            repository.Write("version.json", "no json at all").Commit("feat: something else");
            Linear(repository, "1.2", 2);
        },
    };

    /// <summary>A commit for each argument, which changes the files it names.</summary>
    private static void Touch(TempRepository repository, params string[] commits)
    {
        foreach (var commit in commits)
        {
            foreach (var file in commit.Split(' '))
            {
                repository.Write(file, repository.Head);
            }

            repository.Commit($"feat: touch {commit}");
        }
    }

    /// <summary>Sets a version, or a whole version.json, and commits as often as asked.</summary>
    private static void Linear(TempRepository repository, string version, int commits)
    {
        repository.Write("version.json", version.Contains('{') && version.TrimStart('\uFEFF').StartsWith('{') ? version : $$"""{ "version": "{{version}}" }""");
        repository.Commit($"build: version {version.Split('\n')[0].Trim()}");

        for (var i = 1; i < commits; i++)
        {
            repository.Write("work.txt", $"{i} {repository.Head}").Commit($"feat: change {i}");
        }
    }
}
