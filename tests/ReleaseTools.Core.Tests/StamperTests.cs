using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Stamping.Stampers;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class StamperTests
{
    [TestMethod]
    [DataRow("Chart.yaml", "name: x\nappVersion: 1\n", "(1,1)", "RT3007")]
    [DataRow("Chart.yaml", "", "(1,1)", "RT3007")]
    [DataRow("Chart.yaml", "version: 1\nversion: 2\n", "(2,1)", "RT3005")]
    [DataRow("Chart.yaml", "version: 1\nappVersion: [1]\n", "(2,13)", "RT3006")]
    [DataRow("Chart.yaml", "version: |\n  1\n", "(1,10)", "RT3006")]
    [DataRow("Chart.yaml", "x: &v 1\nversion: *v\n", "(2,10)", "RT3006")]
    [DataRow("Chart.yaml", "version: # none\nx: 1\n", "(1,9)", "RT3006")]
    [DataRow("Chart.yaml", "version: !!float 1.0\n", "(1,18)", "RT3006")]
    [DataRow("Chart.yaml", "version: {{ .Version }}\n", "(1,10)", "RT3003")]
    [DataRow("Chart.yaml", "version: \"{{ .Version }}\"\n", "(1,10)", "RT3003")]
    [DataRow("Chart.yaml", "version: 1\nappVersion: {a: b}\n", "(2,13)", "RT3006")]
    [DataRow("Chart.yaml", "- version: 1\n", "(1,1)", "RT3007")]
    [DataRow("package.json", "{\n  \"version\": 1.0\n}", "(2,14)", "RT3006")]
    [DataRow("package.json", "{ \"version\": null }", "(1,14)", "RT3006")]
    [DataRow("package.json", "{ \"version\": \"1\", \"version\": \"2\" }", "(1,19)", "RT3005")]
    [DataRow("package.json", "{ \"version\": \"{{v}}\" }", "(1,14)", "RT3003")]
    [DataRow("package.json", "[]", "(1,1)", "RT3008")]
    [DataRow("package.json", "{ \"version\": \"1\"", "(1,17)", "RT3017")]
    [DataRow("package.json", "", "(1,1)", "RT3017")]
    public void A_file_that_cannot_carry_the_version_is_refused_with_the_place(string path, string text, string place, string code)
    {
        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => Plan(path, text)).Diagnostics.Single();

        Assert.AreEqual($"{path}{place}: error {code}", $"{diagnostic.Spot}: error {diagnostic.Code}");
    }

    [TestMethod]
    [DataRow("1.4")]
    [DataRow("v1.4.0")]
    [DataRow("1.4.0-01")]
    [DataRow("1.4.0\n")]
    [DataRow("")]
    public void Only_a_semantic_version_is_written(string version) => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => StampPlan.For(SourceText.From("Chart.yaml", "version: 1"), version)).Message,
        "RT3010");

    [TestMethod]
    public void A_file_of_another_kind_is_refused() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => Plan("values.txt", "")).Message,
        "RT3009");

    [TestMethod]
    public void An_alias_of_the_other_version_follows_it()
    {
        var plan = Plan("Chart.yaml", "version: &v 0.1.0\nappVersion: *v\n");

        Assert.AreEqual("version", plan.Values.Single().Key);
    }

    [TestMethod]
    public void An_anchor_set_anew_is_another_value() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => Plan("Chart.yaml", "version: &v 0.1.0\nx: &v 2\nappVersion: *v\n")).Message,
        "Chart.yaml(3,13): error RT3006");

    [TestMethod]
    public void Every_stamper_is_in_the_list()
    {
        var stampers = typeof(IStamper).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IStamper)));

        var listed = StamperList.All.Concat(StamperList.Listed).Concat(StamperList.ByPlace.Select(place => place.Create("a")!)).Select(stamper => stamper.GetType());

        // These two take more than a text: see StampRule.
        CollectionAssert.AreEquivalent(stampers.ToArray(), listed.Append(typeof(PatternStamper)).Append(typeof(AnnotatedStamper)).ToArray());
    }

    [TestMethod]
    [DataRow("", "Chart.yaml a/charts/api/Chart.yaml deploy/Chart.yaml package.json web/package.json")]
    [DataRow("deploy/", "deploy/Chart.yaml")]
    [DataRow("deploy/charts/", "deploy/charts/redis/Chart.yaml")]
    [DataRow("dep", "deploy/Chart.yaml", DisplayName = "a prefix without a slash is only a prefix")]
    public void Files_that_are_made_or_fetched_are_passed_over(string prefix, string expected) => Assert.AreEqual(
        expected,
        string.Join(' ', StampSearch.Among(
            ["web/package.json", "package.json", "Chart.yaml", "my-package.json", "Chart.yml", "deploy/Chart.yaml", "deploy/charts/redis/Chart.yaml", "a/charts/api/Chart.yaml", "web/node_modules/x/package.json", "api/bin/Debug/package.json", "api/obj/Chart.yaml"],
            prefix)));

    private static StampPlan Plan(string path, string text) => StampPlan.For(SourceText.From(path, text), "1.4.0");
}
