using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Repositories whose versions are explained, each with the folder that is asked about.</summary>
internal static class ExplainedHistories
{
    public static IReadOnlyDictionary<string, Func<TempFolder, string>> All { get; } = new Dictionary<string, Func<TempFolder, string>>
    {
        ["filters-merge-inherit-tag"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Write("version.json", """{ "version": "1.1" }""").Commit("build: begin at 1.1");
            repository.Write("version.json", "{\n  \"version\": \"1.2\",\n  \"publicReleaseRefSpec\": [ \"^refs/heads/main$\", \"^refs/tags/v\\\\d\" ]\n}\n").Commit("build: go on to 1.2");
            repository.Write("src/Api/version.json", "{\n  \"inherit\": true,\n  \"prerelease\": \"rc\",\n  \"pathFilters\": [ \".\", \"/lib\", \":!docs\" ]\n}\n").Commit("feat: an API");
            repository.Write("README.md", "read").Commit("docs: read me");
            repository.Write("src/Api/docs/use.md", "use").Write("src/Api/docs/why.md", "why").Commit("docs: how to use the API");
            repository.Commit("chore: try CI again");
            repository.Write("src/Web/index.html", "<html/>").Commit("feat: a page");
            repository.Git("switch", "--quiet", "--create", "topic");
            repository.Write("src/Api/a.cs", "a").Commit("feat: a call");
            repository.Write("lib/b.cs", "b").Commit("feat: what it calls");
            repository.Git("switch", "--quiet", "main");
            repository.Write("src/Api/c.cs", "c").Commit("fix: another call");
            repository.Merge("topic");
            repository.Git("tag", "v1.2");
            repository.Git("switch", "--quiet", "--detach");
            return Path.Combine(repository.Path, "src", "Api");
        },
        ["uncommitted-edit"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Write("version.json", """{ "version": "1.2", "publicReleaseRefSpec": [ "^refs/heads/release/" ] }""").Commit("build: begin");
            repository.Commit("feat: more");
            repository.Write("version.json", """{ "version": "1.3-beta", "publicReleaseRefSpec": [ "^refs/heads/main$" ] }""");
            return repository.Path;
        },
        ["not-committed"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Commit("feat: begin");
            repository.Write("version.txt", "1.3\n");
            return repository.Path;
        },
        ["ci-disagrees"] = folder => Linear(folder, """{ "version": "1.2", "publicReleaseRefSpec": [ "^refs/heads/main$" ] }""", 2).Path,
        ["shallow"] = folder =>
        {
            var origin = Linear(folder, """{ "version": "1.2" }""", 4);
            origin.Write("version.json", """{ "version": "2.0" }""").Commit("feat!: all new");
            origin.Commit("fix: all right");
            origin.Git("clone", "--quiet", "--depth", "4", new Uri(origin.Path).AbsoluteUri, folder.At("clone"));
            return folder.At("clone");
        },
        ["unreadable-ancestor"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Write("version.json", "{\n  \"version\": 1.0.0,\n}\n").Commit("feat: a file for another tool");
            repository.Write("version.json", """{ "version": "1.2.3", "versionHeightOffset": 10, "versionHeightOffsetAppliesTo": "1.2.2" }""").Commit("build: versions from git");
            repository.Write("version.json", """{ "version": "1.2.3-rc", "versionHeightOffset": 10, "versionHeightOffsetAppliesTo": "1.2.2" }""").Commit("build: a candidate");
            return repository.Path;
        },
        ["four-numbers"] = folder => Linear(folder, """{ "version": "1.2.3.4" }""", 2).Path,
        ["last-that-counted"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Write("version.json", """{ "version": "1.0-rc.{height}", "versionHeightOffset": 2, "pathFilters": [ ":!docs" ], "releaseTools": { "commitInVersion": "lastCounted" } }""").Commit("build: begin");
            repository.Write("src/a.cs", "a").Commit("feat: a");
            repository.Write("docs/a.md", "a").Commit("docs: a");
            return repository.Path;
        },
        ["tags"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Write("src/Api/a.cs", "a").Commit("feat: begin");
            repository.Git("tag", "api/v1.2.3");
            repository.Git("switch", "--quiet", "--create", "topic");
            repository.Write("src/Api/b.cs", "b").Commit("feat: on a topic");
            repository.Git("tag", "api/v1.2.2");
            repository.Git("switch", "--quiet", "main");
            repository.Write("src/Api/version.json", "{\n  \"version\": \"1.4\",\n  \"pathFilters\": [ \".\" ],\n  \"releaseTools\": { \"versionFrom\": \"tags\", \"tagPrefix\": \"api/v\" }\n}\n").Commit("build: at least 1.4");
            repository.Write("README.md", "read").Commit("docs: read me");
            repository.Merge("topic");
            repository.Write("src/Api/version.json", "{\n  \"version\": \"1.4\",\n  \"pathFilters\": [ \".\", \"/lib\" ],\n  \"releaseTools\": { \"versionFrom\": \"tags\", \"tagPrefix\": \"api/v\", \"autoIncrement\": \"minor\" }\n}\n");
            return Path.Combine(repository.Path, "src", "Api");
        },
        ["tags-and-no-release"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Commit("feat: begin");
            repository.Commit("feat: more");
            return repository.Path;
        },
        ["tags-released"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Commit("feat: begin");
            repository.Git("tag", "v1.0.0");
            repository.Commit("feat: more");
            repository.Git("tag", "v1.1.0-rc.1+build.7");
            repository.Write("version.json", """{ "assemblyVersion": { "precision": "minor" } }""").Commit("build: say more");
            repository.Git("tag", "v1.1.0");
            return repository.Path;
        },
        ["tags-shallow"] = folder =>
        {
            var origin = new TempRepository(folder, "work");
            origin.Commit("feat: begin");
            origin.Commit("feat: more");
            origin.Git("tag", "1.0.0");
            origin.Commit("fix: at once");
            origin.Git("clone", "--quiet", "--depth", "2", new Uri(origin.Path).AbsoluteUri, folder.At("shallow"));
            return folder.At("shallow");
        },
        ["odd-texts"] = folder =>
        {
            var repository = new TempRepository(folder, "work");
            repository.Write("version.json", """{ "version": "1.0", "pathFilters": [ "src" ] }""").Commit("::warning::begin \e[31m##[group]");
            repository.Write("docs/ü\t.md", "a").Commit("docs: ünïcödé 🚀");
            return repository.Path;
        },
    };

    private static TempRepository Linear(TempFolder folder, string versionFile, int commits)
    {
        var repository = new TempRepository(folder, "work");
        repository.Write("version.json", versionFile).Commit("build: begin");

        for (var number = 2; number <= commits; number++)
        {
            repository.Commit($"feat: number {number}");
        }

        return repository;
    }
}
