using System.Text.Json.Nodes;

namespace ReleaseTools.Tests;

/// <summary>The cases in which nbgv's rules show, with the answers the released nbgv gives.</summary>
[TestClass]
public sealed class NbgvScenarioTests
{
    public static IEnumerable<object[]> Names => ScenarioFolder.NamesOf("nbgv").Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_answer_is_the_expected_one(string name)
    {
        var folder = ScenarioFolder.Of("nbgv", name);
        using var scenario = folder.Play();
        var expected = folder.Expected(scenario);

        var answer = ScenarioFolder.Ask(scenario, Forms(expected));

        Assert.AreEqual(ScenarioFolder.Say(expected), ScenarioFolder.Say(answer), Graph(scenario));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Nbgv_expects_it_too_or_the_case_says_why_not(string name)
    {
        var folder = ScenarioFolder.Of("nbgv", name);
        using var scenario = folder.Play();
        var expected = folder.Expected(scenario);

        var theirs = Nbgv.TryGetVersion(scenario.Repository, scenario.Folder);

        switch (expected["difference"]?.GetValue<string>())
        {
            case { } why:
                Assert.AreNotEqual(expected["error"] is null, theirs is not null, $"nbgv and this engine agree, so this is no longer true: {why}");
                break;
            case null when expected["error"] is not null:
                Assert.IsNull(theirs, "nbgv gives a version");
                break;
            default:
                Assert.AreEqual(expected["forms"]!.ToJsonString(), new JsonObject(Forms(expected).Select(form => KeyValuePair.Create(form, theirs?[form]?.DeepClone()))).ToJsonString(), Graph(scenario));
                break;
        }
    }

    private static IEnumerable<string> Forms(JsonObject expected) => expected["forms"]?.AsObject().Select(form => form.Key) ?? [];

    private static string Graph(Scenario scenario) => scenario.Repository.TryGit("log", "--graph", "--oneline", "--decorate", "--all").All;
}
