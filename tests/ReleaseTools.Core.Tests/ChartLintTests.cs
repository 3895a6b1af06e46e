using System.Text;
using ReleaseTools.Charts;
using ReleaseTools.Charts.Rules;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChartLintTests
{
    private const string Chart = "apiVersion: v2\nname: shop\nversion: 1.0.0\nicon: https://example.com/shop.svg\n";

    [TestMethod]
    public void A_chart_that_is_right_has_no_findings() => Assert.AreEqual("", Find(("Chart.yaml", Chart), ("values.yaml", "a: 1\n"), ("templates/a.yaml", "{{ if .Values.a }}a: {{ .Values.a | quote }}{{- else if 1 }}{{ end -}}")));

    [TestMethod]
    [DataRow("name: shop\nversion: 1.0.0\n", "shop/Chart.yaml(1,1): error RT7052")]
    [DataRow("apiVersion: v2\nversion: 1.0.0\n", "shop/Chart.yaml(1,1): error RT7052")]
    [DataRow("apiVersion: v2\nname: shop\nversion:\n", "shop/Chart.yaml(1,1): error RT7052")]
    [DataRow("apiVersion: v3\nname: shop\nversion: 1.0.0\n", "shop/Chart.yaml(1,13): error RT7055")]
    [DataRow("apiVersion: v2\nname: a/b\nversion: 1.0.0\n", "shop/Chart.yaml(2,7): error RT7056", "shop/Chart.yaml(2,7): warning RT7057", "shop/Chart.yaml(2,7): warning RT7058")]
    [DataRow("apiVersion: v2\nname: Shop\nversion: 1.0.0\n", "shop/Chart.yaml(2,7): warning RT7057", "shop/Chart.yaml(2,7): warning RT7058")]
    [DataRow("apiVersion: v2\nname: shop\nversion: one\n", "shop/Chart.yaml(3,10): error RT7059", "shop/Chart.yaml(3,10): warning RT7060")]
    [DataRow("apiVersion: v2\nname: shop\nversion: v1.0.0\n", "shop/Chart.yaml(3,10): warning RT7060")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0\n", "shop/Chart.yaml(3,10): error RT7053", "shop/Chart.yaml(3,10): warning RT7060")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: 1.10\n", "shop/Chart.yaml(4,13): error RT7053")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nname: shop\n", "shop/Chart.yaml(4,1): error RT3005")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nkubeVersion: newest\n", "shop/Chart.yaml(4,14): error RT7061")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\ntype: app\n", "shop/Chart.yaml(4,7): error RT7062")]
    [DataRow("apiVersion: v1\nname: shop\nversion: 1.0.0\ntype: library\n", "shop/Chart.yaml(4,7): error RT7063")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nkeyword: [a]\n", "shop/Chart.yaml(4,1): warning RT7054")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nkeywords: a\n", "shop/Chart.yaml(4,11): error RT7053")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nmaintainers:\n- email: ada@example.com\n- name: Bob\n  email: bob\n- name: Cleo\n  url: nowhere\n", "shop/Chart.yaml(5,3): error RT7064", "shop/Chart.yaml(6,3): error RT7064", "shop/Chart.yaml(8,3): error RT7064")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\nsources:\n- example.com\n", "shop/Chart.yaml(5,3): error RT7065")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n- name: cache\n- name: cache\n  alias: other one\n", "shop/Chart.yaml(5,3): warning RT7067", "shop/Chart.yaml(6,3): warning RT7067", "shop/Chart.yaml(6,3): error RT7070")]
    [DataRow("apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n- name: cache\n- name: cache\n", "shop/Chart.yaml(5,3): warning RT7067", "shop/Chart.yaml(6,3): warning RT7067", "shop/Chart.yaml(6,3): error RT7069")]
    [DataRow("apiVersion: v2\nname: [\n", "shop/Chart.yaml(3,1): error RT3002")]
    [DataRow("apiVersion: v2\nname: shop\nversion: {{ .Version }}\n", "shop/Chart.yaml(3,10): error RT3003")]
    [DataRow("just a text\n", "shop/Chart.yaml(1,1): error RT7051")]
    [DataRow("", "shop/Chart.yaml(1,1): error RT7051")]
    public void What_is_wrong_in_Chart_yaml_is_found_in_its_place(string chart, params string[] expected)
    {
        var found = Find(("Chart.yaml", chart), ("templates/a.yaml", "")).Split('\n').Where(line => !line.EndsWith("RT7066", StringComparison.Ordinal));

        Assert.AreEqual(string.Join('\n', expected), string.Join('\n', found));
    }

    [TestMethod]
    [DataRow("values.yaml", "- a\n", "error RT7051")]
    [DataRow("values.yaml", "a: [\n", "error RT3002")]
    [DataRow("values.yaml", "# nothing\n", "")]
    [DataRow("values.yaml", "", "")]
    [DataRow("values.schema.json", "{ \"a\": }", "error RT7073")]
    [DataRow("values.schema.json", "", "error RT7073")]
    [DataRow("templates/a.json", "", "error RT7075")]
    [DataRow("templates/notes.txt", "", "warning RT7078")]
    [DataRow("NOTES.txt", "", "warning RT7078")]
    [DataRow("requirements.yaml", "dependencies: []\n", "warning RT7080")]
    [DataRow("charts/cache/Chart.yaml", "apiVersion: v2\nname: cache\nversion: 1.0.0\n", "error RT7068")]
    [DataRow("charts/README.md", "", "error RT7086")]
    [DataRow("crds/a.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n---\n---\napiVersion: v1\nkind: Secret\n", "error RT7079")]
    [DataRow("crds/a.yaml", "{{ if }}\n", "error RT7079")]
    [DataRow("crds/a.md", "{{ if }}\n", "")]
    public void What_is_wrong_in_another_file_is_found(string path, string text, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Find(("Chart.yaml", Chart), ("templates/a.yaml", ""), (path, text)).Split(": ").Skip(1)));

    [TestMethod]
    [DataRow("{{ a }} }} {{- b -}} {{/* }} \" */}} {{- /* c */ -}}", "")]
    [DataRow("{{ printf \"}} %s\" `}} \" ` '}' }}", "")]
    [DataRow("a\n {{ b", "(2,2): error RT7076")]
    [DataRow("{{ a {{ b }} }}", "(1,1): error RT7076")]
    [DataRow("{{ a | quote }", "(1,1): error RT7076")]
    [DataRow("{{ (a }}", "(1,4): error RT7076")]
    [DataRow("{{ a) }}", "(1,1): error RT7076")]
    [DataRow("{{ \"a }}\n{{ b }}", "(1,4): error RT7076")]
    [DataRow("{{ `a }}\n", "(1,4): error RT7076")]
    [DataRow("{{/* a }}", "(1,1): error RT7076")]
    [DataRow("{{/* a */ b }}", "(1,1): error RT7076")]
    [DataRow("{{ if a }}{{ range b }}{{ end }}", "(1,1): error RT7077")]
    [DataRow("{{ if a }}{{ end }}\n{{ end }}", "(2,1): error RT7077")]
    [DataRow("{{ else }}", "(1,1): error RT7077")]
    [DataRow("{{ iffy }}{{ end_of }}{{ .if }}{{ $end }}", "")]
    [DataRow("{{- define \"a\" -}}{{ with b }}{{ else }}{{ end }}{{- end -}}", "")]
    public void What_begins_in_a_template_ends_there(string template, string expected) =>
        Assert.AreEqual(expected.Length == 0 ? "" : $"shop/templates/a.yaml{expected}", Find(("Chart.yaml", Chart), ("templates/a.yaml", template)));

    [TestMethod]
    [DataRow(">= 1.28.0-0", true)]
    [DataRow(">=1.28 <2", true)]
    [DataRow("^1.20.0 || ~1.19, != 1.19.3", true)]
    [DataRow("1.20 - 1.28", true)]
    [DataRow("1.x", true)]
    [DataRow("*", true)]
    [DataRow(">= 1.28.0 and", false)]
    [DataRow(">> 1", false)]
    [DataRow("1.2.3.4", false)]
    [DataRow("1 ||", false)]
    public void A_range_of_versions_is_known(string text, bool isRange) => Assert.AreEqual(isRange, KubernetesRange.IsRange(text));

    [TestMethod]
    public void Strict_takes_warnings_for_errors_but_not_advice()
    {
        var source = Source(("Chart.yaml", "apiVersion: v2\nname: shop\nversion: v1.0.0\n"), ("templates/a.yaml", ""));

        Assert.AreEqual("Warning RT7066 Warning RT7060", Severities(isStrict: false));
        Assert.AreEqual("Warning RT7066 Error RT7060", Severities(isStrict: true));

        string Severities(bool isStrict) => string.Join(' ', ChartLint.Run(source, HelmIgnore.None, isStrict).Select(finding => $"{finding.Severity} {finding.Code}"));
    }

    [TestMethod]
    public void Every_rule_of_the_folder_is_in_the_list()
    {
        var rules = typeof(IChartRule).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IChartRule)) && type.IsClass);

        CollectionAssert.AreEquivalent(rules.ToArray(), ChartRules.All.Select(rule => rule.GetType()).ToArray());
    }

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = true)]
    public void A_bomb_of_aliases_or_brackets_is_a_finding_and_takes_no_memory()
    {
        var bomb = new StringBuilder();
        bomb.Append("apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n- name: a\n  tags: [&a0 x]\n");

        for (var i = 1; i < 12; i++)
        {
            bomb.Append($"- name: a{i}\n  import-values: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var nest = new string('[', 100_000);
        var blocks = string.Concat(Enumerable.Range(0, 300).Select(i => $"{new string(' ', i)}a:\n"));
        var before = GC.GetTotalAllocatedBytes();

        StringAssert.Contains(Find(("Chart.yaml", bomb.ToString())), "error RT7099");
        StringAssert.Contains(Find(("Chart.yaml", nest)), "error RT3002");
        StringAssert.Contains(Find(("Chart.yaml", blocks)), "error RT3002");
        StringAssert.Contains(Find(("Chart.yaml", Chart), ("values.yaml", nest), ("values.schema.json", nest), ("crds/a.yaml", nest), ("templates/a.yaml", string.Concat(Enumerable.Repeat("{{ if a }}", 100_000)))), "error RT7073");
        Assert.IsLessThan(1_000_000_000, GC.GetTotalAllocatedBytes() - before);
    }

    private static string Find(params (string Path, string Text)[] files) =>
        string.Join('\n', ChartLint.Run(Source(files), HelmIgnore.None, isStrict: false).Select(finding => finding.ToString().Split(": ") is var parts ? $"{parts[0]}: {parts[1]}" : ""));

    private static ChartSource Source(params (string Path, string Text)[] files) =>
        new("shop", [.. files.Select(file => new ChartFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))]) { Folder = "shop" };
}
