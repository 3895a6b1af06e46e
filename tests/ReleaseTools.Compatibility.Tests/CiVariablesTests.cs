using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The variables for CI under nbgv's names, beside those of the released nbgv.</summary>
[TestClass]
public sealed class CiVariablesTests
{
    [TestMethod]
    [DataRow("""{ "version": "1.2-beta" }""")]
    [DataRow("""{ "version": "1.2", "publicReleaseRefSpec": ["^refs/heads/main$"] }""")]
    [DataRow("""{ "version": "1.2.0-rc.{height}", "cloudBuild": { "buildNumber": { "enabled": true, "includeCommitId": { "when": "always", "where": "fourthVersionComponent" } } } }""")]
    public void Every_variable_has_the_name_and_the_value_nbgv_gives_it(string versionFile)
    {
        NbgvEngine.Require();
        using var repository = new TempRepository();
        repository.Write("version.json", versionFile).Commit("feat: begin");

        var version = FoundVersion.Read(repository.Path).Forms;

        Assert.AreEqual(Say(NbgvEngine.Variables(repository.Path, "CloudBuildAllVars")), Say(CiVariables.All(version)));
        Assert.AreEqual(Say(NbgvEngine.Variables(repository.Path, "CloudBuildVersionVars")), Say(CiVariables.Asked(version)));
    }

    private static string Say(IEnumerable<KeyValuePair<string, string>> variables) => string.Join('\n', variables.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"));

    private static string Say(IEnumerable<CiVariable> variables) => Say(variables.Select(one => KeyValuePair.Create(one.Name, one.Value)));
}
