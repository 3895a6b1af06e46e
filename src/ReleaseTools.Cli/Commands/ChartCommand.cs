using System.CommandLine;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release chart</c>: Helm charts, without Helm.</summary>
internal static class ChartCommand
{
    public static Command Create(CommonOptions common, Terminal terminal) => new ExampleCommand(
        "chart",
        "Check, package, push and index Helm charts, without Helm.",
        ("dotnet release chart lint deploy/shop --strict", "in CI"),
        ("dotnet release chart package deploy/shop --output dist", "dist/shop-1.4.0.tgz, the same on any machine"),
        ("dotnet release chart push dist/shop-1.4.0.tgz oci://ghcr.example.test/acme/charts", "to a registry"),
        ("dotnet release chart index dist --url https://charts.example.test", "for a repository of charts on a web server"))
    {
        ChartLintCommand.Create(common, terminal),
        ChartPackageCommand.Create(common, terminal),
        ChartPushCommand.Create(common, terminal),
        ChartIndexCommand.Create(common, terminal),
    };

    /// <summary>How a chart that was named on the command line is named in diagnostics.</summary>
    public static string PlaceOf(string chart) => Path.TrimEndingDirectorySeparator(chart).Replace('\\', '/');
}
