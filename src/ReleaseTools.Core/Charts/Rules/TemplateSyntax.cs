using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>Every action, comment, text and block of a template that begins ends as well.</summary>
internal sealed class TemplateSyntax : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart) => chart.Templates.SelectMany(file => new TemplateScanner(chart.Source.Text(file)).Scan());
}
