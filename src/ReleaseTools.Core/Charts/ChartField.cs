using System.Collections.Immutable;

namespace ReleaseTools.Charts;

/// <summary>A key that Chart.yaml may have, and what its value is.</summary>
internal sealed record ChartField(string Name, ChartFieldKind Kind, ImmutableArray<ChartField> Fields = default)
{
    private static readonly ImmutableArray<ChartField> Maintainer =
    [
        new("name", ChartFieldKind.Text),
        new("email", ChartFieldKind.Text),
        new("url", ChartFieldKind.Text),
    ];

    private static readonly ImmutableArray<ChartField> Dependency =
    [
        new("name", ChartFieldKind.Text),
        new("version", ChartFieldKind.Text),
        new("repository", ChartFieldKind.Text),
        new("condition", ChartFieldKind.Text),
        new("tags", ChartFieldKind.Texts),
        new("enabled", ChartFieldKind.Truth),
        new("import-values", ChartFieldKind.Anything),
        new("alias", ChartFieldKind.Text),
    ];

    /// <summary>All there are, in the order in which Helm writes them into an artifact's configuration.</summary>
    public static ImmutableArray<ChartField> All { get; } =
    [
        new("name", ChartFieldKind.Text),
        new("home", ChartFieldKind.Text),
        new("sources", ChartFieldKind.Texts),
        new("version", ChartFieldKind.Text),
        new("description", ChartFieldKind.Text),
        new("keywords", ChartFieldKind.Texts),
        new("maintainers", ChartFieldKind.Objects, Maintainer),
        new("icon", ChartFieldKind.Text),
        new("apiVersion", ChartFieldKind.Text),
        new("condition", ChartFieldKind.Text),
        new("tags", ChartFieldKind.Text),
        new("appVersion", ChartFieldKind.Text),
        new("deprecated", ChartFieldKind.Truth),
        new("annotations", ChartFieldKind.Annotations),
        new("kubeVersion", ChartFieldKind.Text),
        new("dependencies", ChartFieldKind.Objects, Dependency),
        new("type", ChartFieldKind.Text),
    ];
}
