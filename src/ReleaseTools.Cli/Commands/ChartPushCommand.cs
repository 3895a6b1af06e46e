using System.CommandLine;
using ReleaseTools.Adapters.Charts;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Charts;
using ReleaseTools.Cli.Reporting;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release chart push</c>: a chart into a registry.</summary>
internal static class ChartPushCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var chart = new Argument<string>("CHART") { Description = "A .tgz file; or a folder, which is packaged before." };
        var address = new Argument<string>("ADDRESS") { Description = "Where charts are, as oci://HOST/PATH; the chart's name comes behind it." };
        var versions = new ChartVersionOptions();

        var command = new ExampleCommand(
            "push",
            "Push a chart to a registry as 'helm push' does. What is there under its version is never replaced: the same chart is 'already there', and another one is an error.",
            ("dotnet release chart push dist/shop-1.4.0.tgz oci://ghcr.example.test/acme/charts", "as ghcr.example.test/acme/charts/shop:1.4.0"),
            ("dotnet release chart push deploy/shop oci://ghcr.example.test/acme/charts", "packaged with the version from git"))
        {
            chart, address,
        };

        versions.AddTo(command);

        command.Validators.Add(result =>
        {
            if (versions.IsGiven(result) && result.GetResult(chart)?.Tokens is [var token] && ChartReader.IsPackage(token.Value))
            {
                result.AddError("A package has its version already, so that a version can be given for a folder only");
            }
        });

        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var named = parsed.GetRequiredValue(chart);
            var package = Read(Path.GetFullPath(named, folder), ChartCommand.PlaceOf(named), versions.Read(parsed), terminal);
            var archive = ChartArchive.Parse(package.Place, package.Bytes);
            var place = ChartAddress.Parse(parsed.GetRequiredValue(address), archive.Source.ReadChartYaml().Name);

            using var pusher = new ChartPusher(place, new RegistrySettings(terminal.Variable, place.Registry));
            var answer = new ChartPushAnswer(await pusher.PushAsync(ChartArtifact.Of(archive, package.Bytes, package.Signature), cancellation));

            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal) : answer.Write(terminal);
        });

        return command;
    }

    /// <summary>A signature beside a package goes with it.</summary>
    private static (string Place, byte[] Bytes, byte[]? Signature) Read(string path, string place, ChartVersionWish wish, Terminal terminal)
    {
        if (!ChartReader.IsPackage(path))
        {
            var package = new ChartPacker(terminal.Ci, terminal.Variable("SOURCE_DATE_EPOCH")).Pack(path, place, wish);
            return (package.FileName, package.Bytes, null);
        }

        var signature = $"{path}.prov";
        return (place, ChartReader.ReadPackage(path, place), File.Exists(signature) ? ChartReader.ReadPackage(signature, $"{place}.prov") : null);
    }
}
