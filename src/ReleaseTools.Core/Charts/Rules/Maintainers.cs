using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts.Rules;

/// <summary>Whoever maintains a chart has a name, and can be reached where an address is given.</summary>
internal sealed partial class Maintainers : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        foreach (var (index, maintainer) in chart.Metadata.Maintainers.Index())
        {
            var node = YamlLocator.Find(chart.Yaml.Source, chart.Yaml.Root, "maintainers", $"{index}");
            var spot = node is null ? chart.Yaml.SpotOf("maintainers") : chart.Yaml.Source.SpotAt(node.Start);
            var email = ChartMetadata.TextOf(maintainer, "email");
            var address = ChartMetadata.TextOf(maintainer, "url");

            if (ChartMetadata.TextOf(maintainer, "name").Length == 0)
            {
                yield return ChartDiagnostics.BadMaintainer(spot, "A maintainer has no name");
            }

            if (email.Length > 0 && !Email().IsMatch(email))
            {
                yield return ChartDiagnostics.BadMaintainer(spot, $"'{email}' is no address of mail");
            }

            if (address.Length > 0 && !Addresses.IsAddress(address) && !Host().IsMatch(address))
            {
                yield return ChartDiagnostics.BadMaintainer(spot, $"'{address}' is no address");
            }
        }
    }

    [GeneratedRegex(@"\A[^\s@<>""]+@[^\s@<>""]+\.[^\s@<>"".]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    /// <summary>As people write a site's name, and Helm takes it.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#]\S*)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
