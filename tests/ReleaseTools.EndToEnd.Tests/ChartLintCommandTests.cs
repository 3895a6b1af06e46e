using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChartLintCommandTests
{
    [TestMethod]
    public void A_chart_that_is_right_passes_and_in_a_strict_check_as_well()
    {
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);

        var run = ReleaseCommand.Run(folder.Path, "chart", "lint", "shop/", "--strict").Expect();

        Assert.AreEqual("shop: no errors, no warnings\n", run.All.Split('\n', 2)[1].Replace("(exit 0)", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Findings_of_several_charts_stand_in_their_places_and_errors_make_it_fail()
    {
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);
        ChartSample.Copy("3-custom-resources", folder);
        folder.Write("shop/templates/deployment.yaml", "kind: {{ .Values.kind\n");
        folder.Write("shop/.helmignore", "docs/**\n");
        folder.Write("controller/values.yaml", "\n- a\n");

        var run = ReleaseCommand.Run(folder.Path, "chart", "lint", "shop", "controller").Expect(1);

        Assert.AreEqual("shop: 1 error, no warnings\ncontroller: 1 error, 1 warning\n", run.Output);
        Assert.AreEqual("shop/.helmignore(1,1): error RT7071", run.Error[.."shop/.helmignore(1,1): error RT7071".Length]);
        StringAssert.Contains(run.Error, "\ncontroller/values.yaml(2,1): error RT7051: ");
    }

    [TestMethod]
    public void A_packaged_chart_is_held_to_the_rules_and_answers_as_json()
    {
        using var folder = new TempFolder();
        ChartSample.Copy("2-charts-in-charts", folder);
        ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, "chart", "package", "shop", "--as-is").Expect();

        var run = ReleaseCommand.Run(folder.Path, "chart", "lint", "shop-0.1.0.tgz", "shop", "missing", "--json").Expect(1);

        var charts = JsonDocument.Parse(run.Output).RootElement.GetProperty("charts").EnumerateArray()
            .Select(chart => $"{chart.GetProperty("chart")} {chart.GetProperty("valid")} {string.Join(' ', chart.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("code")))}");
        Assert.AreEqual("shop-0.1.0.tgz True RT7066, shop True RT7066, missing False RT7090", string.Join(", ", charts));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_link_that_leads_out_is_a_finding()
    {
        using var folder = new TempFolder();
        File.CreateSymbolicLink(Path.Combine(ChartSample.Copy("1-plain", folder), "templates/passwd.txt"), "/etc/passwd");

        StringAssert.Contains(ReleaseCommand.Run(folder.Path, "chart", "lint", "shop").Expect(1).Error, "RT7081: 'shop/templates/passwd.txt' is a link");
    }
}
