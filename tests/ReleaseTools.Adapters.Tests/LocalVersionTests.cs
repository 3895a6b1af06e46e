using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>The version a developer's own build carries is the same at every commit.</summary>
[TestClass]
public sealed class LocalVersionTests
{
    [TestMethod]
    [DataRow("""{ "version": "1.4" }""", "1.4.0.0", "1.4.0.0", "1.4.0+local")]
    [DataRow("""{ "version": "1.4-beta", "assemblyVersion": { "precision": "build" } }""", "1.4.0.0", "1.4.0.0", "1.4.0-beta+local")]
    [DataRow("""{ "version": "1.4.2", "assemblyVersion": { "precision": "revision" } }""", "1.4.2.0", "1.4.2.0", "1.4.2.0+local")]
    [DataRow("""{ "version": "1.4.2-rc.{height}" }""", "1.4.0.0", "1.4.2", "1.4.2-rc.0+local")]
    [DataRow("""{ "version": "1.4.2.7", "assemblyVersion": "3.1" }""", "3.1.0.0", "1.4.2.7", "1.4.2+local")]
    [DataRow("""{ "releaseTools": { "versionFrom": "tags" } }""", "1.0.0.0", "1.2.4.0", "1.2.4-alpha.0+local")]
    [DataRow("""{ "releaseTools": { "versionFrom": "tags", "buildMetadata": "ci.7" } }""", "1.0.0.0", "1.2.4.0", "1.2.4-alpha.0+local")]
    public void It_does_not_change_with_the_next_commit(string file, string assembly, string fileVersion, string informational)
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("tag", "v1.2.3");
        repository.Write("version.json", file).Commit("build: a version");

        for (var commits = 0; commits < 3; commits++)
        {
            repository.Commit("fix: go on");
            var version = VersionReader.Read(GitRepository.Open(repository.Path)).Local;

            Assert.AreEqual(assembly, version.AssemblyVersion);
            Assert.AreEqual(fileVersion, version.AssemblyFileVersion);
            Assert.AreEqual(informational, version.AssemblyInformationalVersion);
        }
    }

    [TestMethod]
    [DataRow("1.4.2", "1.5-beta.{height}", "1.5", DisplayName = "numbers without a height, where the commit has it fourth")]
    [DataRow("1.4.2", "1.5", "1.5.0.0", DisplayName = "the height third, where the commit has it fourth")]
    [DataRow("1.4", "1.5.2", "1.5.2.0", DisplayName = "the height fourth, where the commit has it third")]
    [DataRow("1.4-rc.{height}", "1.5", "1.5.0.0", DisplayName = "the height third, where the commit has it in the prerelease")]
    public void An_edit_gives_its_own_numbers(string committed, string edited, string fileVersion)
    {
        using var repository = new TempRepository();
        repository.Write("version.json", $$"""{ "version": "{{committed}}" }""").Commit("build: a version");

        for (var commits = 0; commits < 3; commits++)
        {
            repository.Commit("fix: go on");
            repository.Write("version.json", $$"""{ "version": "{{edited}}" }""");

            Assert.AreEqual(fileVersion, VersionReader.Read(GitRepository.Open(repository.Path)).Local.AssemblyFileVersion);
            repository.Git("checkout", "--quiet", "--", "version.json");
        }
    }
}
