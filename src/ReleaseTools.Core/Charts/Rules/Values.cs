using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts.Rules;

/// <summary>values.yaml holds keys, or nothing.</summary>
internal sealed class Values : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        if (chart.Source.Find("values.yaml") is not { } file)
        {
            return [];
        }

        var source = chart.Source.Text(file);

        return YamlLocator.ParseAll(source)
            .Where(root => root.Kind != YamlKind.Mapping && !YamlScalar.IsNull(root))
            .Select(root => ChartDiagnostics.NotAMapping(source.SpotAt(root.Start)));
    }
}
