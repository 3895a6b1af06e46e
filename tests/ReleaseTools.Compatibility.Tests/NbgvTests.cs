using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The released Nerdbank.GitVersioning is asked the same question in the same repository.</summary>
[TestClass]
public sealed class NbgvTests
{
    public static IEnumerable<object[]> Names => Histories.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_version_is_the_one_nbgv_computes(string history)
    {
        using var repository = new TempRepository();
        Histories.All[history](repository);

        var theirs = Nbgv.GetVersion(repository);
        var ours = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "version", "--json").Expect().Output).RootElement;

        var differences = ours.EnumerateObject()
            .Where(form => theirs.TryGetProperty(form.Name, out var value) && value.GetRawText() != form.Value.GetRawText())
            .Select(form => $"{form.Name}: nbgv {theirs.GetProperty(form.Name).GetRawText()}, ours {form.Value.GetRawText()}");

        Assert.AreEqual("", string.Join('\n', differences), $"{repository.Git("log", "--graph", "--oneline", "--all")}\n");
    }

    [TestMethod]
    public void Every_form_nbgv_gives_is_given()
    {
        // Not forms of the version: the settings it came from, and the variables that repeat the forms for CI.
        string[] others =
        [
            "VersionFileFound", "VersionOptions", "Tags", "CloudBuildAllVarsEnabled", "CloudBuildAllVars", "CloudBuildVersionVarsEnabled",
            "CloudBuildVersionVars", "BuildMetadata", "BuildMetadataWithCommitId", "ExtraPrereleaseIdentifiers",
        ];
        using var repository = new TempRepository();
        Histories.All["three commits"](repository);

        var theirs = Nbgv.GetVersion(repository).EnumerateObject().Select(form => form.Name).Except(others);
        var ours = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "version", "--json").Expect().Output).RootElement.EnumerateObject().Select(form => form.Name);

        Assert.AreEqual("", string.Join(' ', theirs.Except(ours)));
    }
}
