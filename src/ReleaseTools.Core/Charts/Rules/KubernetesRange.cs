using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary><c>kubeVersion</c> is a range of versions: alternatives of comparisons, or from one version to another.</summary>
internal sealed partial class KubernetesRange : IChartRule
{
    private const string Version = @"v?(?:[0-9]+|[xX*])(?:\.(?:[0-9]+|[xX*])){0,2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?";
    private const string Comparison = @"(?:=|!=|>=|=>|<=|=<|>|<|~>|~|\^)?\s*" + Version;

    public IEnumerable<Diagnostic> Check(LintedChart chart) =>
        chart.Metadata.Text("kubeVersion") is { Length: > 0 } range && !IsRange(range)
            ? [ChartDiagnostics.BadKubeVersion(chart.Yaml.SpotOf("kubeVersion"), range)]
            : [];

    public static bool IsRange(string text) => text.Split("||").All(part => FromTo().IsMatch(part) || Comparisons().IsMatch(part));

    [GeneratedRegex(@"\A\s*" + Version + @"\s+-\s+" + Version + @"\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"\A\s*" + Comparison + @"(?:(?:\s+|\s*,\s*)" + Comparison + @")*\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Comparisons();
}
