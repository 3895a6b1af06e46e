using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>A chart has an icon, and whole addresses for it and for its sources.</summary>
internal sealed class Addresses : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        if (chart.Metadata.Text("icon") is not { Length: > 0 } icon)
        {
            yield return ChartDiagnostics.NoIcon(chart.Yaml.Source.SpotAt(chart.Yaml.Root.Start));
        }
        else if (!IsAddress(icon))
        {
            yield return ChartDiagnostics.BadAddress(chart.Yaml.SpotOf("icon"), "icon", icon);
        }

        foreach (var source in (chart.Yaml.Find("sources")?.Items ?? []).Select(YamlScalar.Resolve).Where(source => YamlScalar.IsString(source) && !IsAddress(source.Text)))
        {
            yield return ChartDiagnostics.BadAddress(chart.Yaml.Source.SpotAt(source.Start), "sources", source.Text);
        }
    }

    public static bool IsAddress(string text) => !text.Any(char.IsWhiteSpace) && text.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _);
}
