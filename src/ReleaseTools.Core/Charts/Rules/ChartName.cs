using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>A chart is named as its folder is, in characters that registries and Kubernetes take.</summary>
internal sealed partial class ChartName : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        var name = chart.Metadata.Name;

        if (name.Length == 0)
        {
            yield break;
        }

        if (!Usual().IsMatch(name))
        {
            yield return ChartDiagnostics.NameStyle(chart.Yaml.SpotOf("name"), name);
        }

        if (chart.Source.Folder is { } folder && folder != name)
        {
            yield return ChartDiagnostics.OtherFolder(chart.Yaml.SpotOf("name"), name, folder);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Usual();
}
