namespace ReleaseTools.Tests;

/// <summary>The cases in which MinVer's rules show, with the answers they give; MinVer itself cannot be had for the tests.</summary>
[TestClass]
public sealed class MinVerTests
{
    public static IEnumerable<object[]> Names => ScenarioFolder.NamesOf("minver").Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_version_is_the_one_by_MinVers_rules(string name)
    {
        var folder = ScenarioFolder.Of("minver", name);
        using var scenario = folder.Play();
        var expected = folder.Expected(scenario);

        var answer = ScenarioFolder.Ask(scenario, expected["forms"]?.AsObject().Select(form => form.Key) ?? []);

        Assert.AreEqual(ScenarioFolder.Say(expected), ScenarioFolder.Say(answer), scenario.Repository.Git("log", "--graph", "--oneline", "--decorate", "--all"));
    }
}
