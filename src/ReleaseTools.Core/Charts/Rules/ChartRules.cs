using System.Collections.Immutable;

namespace ReleaseTools.Charts.Rules;

/// <summary>Every rule that charts are held to.</summary>
internal static class ChartRules
{
    public static ImmutableArray<IChartRule> All { get; } =
    [
        new RequiredFields(),
        new ChartName(),
        new ExactVersion(),
        new KubernetesRange(),
        new SecondVersionFields(),
        new Maintainers(),
        new Addresses(),
        new Dependencies(),
        new FirstVersionFiles(),
        new IgnoreFile(),
        new Values(),
        new ValuesSchema(),
        new TemplateFiles(),
        new TemplateSyntax(),
        new InstallationNotes(),
        new CustomResources(),
    ];
}
