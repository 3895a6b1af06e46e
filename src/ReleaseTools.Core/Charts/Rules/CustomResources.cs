using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts.Rules;

/// <summary>The folder <c>crds</c> holds definitions of custom resources, which are no templates.</summary>
internal sealed class CustomResources : IChartRule
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public IEnumerable<Diagnostic> Check(LintedChart chart) => chart.Source.Files
        .Where(file => file.Path.StartsWith("crds/", StringComparison.Ordinal) && Extensions.Contains(Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase))
        .SelectMany(file => Check(chart.Source.Text(file)));

    private static IEnumerable<Diagnostic> Check(SourceText source)
    {
        try
        {
            return [.. YamlLocator.ParseAll(source).Where(root => !YamlScalar.IsNull(root)).SelectMany(root => Check(source, root))];
        }
        catch (ReleaseException stop)
        {
            return stop.Diagnostics;
        }
    }

    private static IEnumerable<Diagnostic> Check(SourceText source, YamlNode root)
    {
        var kind = root.Kind == YamlKind.Mapping ? YamlLocator.Find(source, root, "kind")?.Text ?? "" : "";
        var group = root.Kind == YamlKind.Mapping ? YamlLocator.Find(source, root, "apiVersion")?.Text ?? "" : "";

        if (kind != "CustomResourceDefinition" || !group.StartsWith("apiextensions.k8s.io", StringComparison.Ordinal))
        {
            yield return ChartDiagnostics.NotACrd(source.SpotAt(root.Start), kind.Length == 0 ? "This says no 'kind'" : $"This is a '{kind}' of '{group}'");
        }
    }
}
