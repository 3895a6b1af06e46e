using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>There are templates, and Helm knows what kind of file each is.</summary>
internal sealed class TemplateFiles : IChartRule
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".tpl", ".txt"];

    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        var templates = chart.Templates.ToArray();

        return templates is []
            ? [ChartDiagnostics.NoTemplates(chart.Source.SpotOf(ChartYaml.FileName))]
            : templates.Where(file => !Extensions.Contains(Path.GetExtension(file.Path)))
                .Select(file => ChartDiagnostics.TemplateExtension(chart.Source.SpotOf(file.Path), Path.GetExtension(file.Path)));
    }
}
