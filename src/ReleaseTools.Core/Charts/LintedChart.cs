namespace ReleaseTools.Charts;

/// <summary>A chart that is held to the rules, its Chart.yaml read.</summary>
internal sealed record LintedChart(ChartSource Source, HelmIgnore Ignore, ChartYaml Yaml, ChartMetadata Metadata)
{
    /// <summary>The files of its own folder of templates.</summary>
    public IEnumerable<ChartFile> Templates => Source.Files.Where(file => file.Path.StartsWith("templates/", StringComparison.Ordinal));
}
