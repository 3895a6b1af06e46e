using System.CommandLine;
using ReleaseTools.Adapters.Charts;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release chart package</c>: a chart's folder into one file that is the same on any machine.</summary>
internal static class ChartPackageCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var charts = new Argument<string[]>("CHART") { Description = "Folders of charts. Default: the current folder, or --repo.", Arity = ArgumentArity.ZeroOrMore };
        var versions = new ChartVersionOptions();
        var output = new Option<string?>("--output", "-d") { Description = "The folder to write to, made where it is missing. Default: the current folder.", HelpName = "DIR" };

        var command = new ExampleCommand(
            "package",
            "Package charts as 'helm package' does, byte for byte the same on any machine: every date is the commit's, or SOURCE_DATE_EPOCH. The sources stay as they are.",
            ("dotnet release chart package deploy/shop", "with the version from git, as shop-1.4.0.tgz"),
            ("dotnet release chart package charts/* --version 1.4.0 --output dist", "several, for a release"),
            ("dotnet release chart package deploy/shop --as-is", "with the version that Chart.yaml says"))
        {
            charts, output,
        };

        versions.AddTo(command);

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var target = Path.GetFullPath(parsed.GetValue(output) ?? ".", folder);
            var packer = new ChartPacker(terminal.Ci, terminal.Variable("SOURCE_DATE_EPOCH"));

            Directory.CreateDirectory(target);

            // All are packaged before the first is written.
            var packages = (parsed.GetValue(charts) is { Length: > 0 } named ? named : ["."])
                .Select(chart => packer.Pack(Path.GetFullPath(chart, folder), ChartCommand.PlaceOf(chart), versions.Read(parsed), target))
                .ToArray();

            var written = packages.Select(package => new PackedChart(package, Path.Combine(target, package.FileName))).ToArray();

            if (written.GroupBy(one => one.Path).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                throw new ReleaseException(UsageDiagnostics.WrongCommandLine($"Two of the charts would be written to '{Path.GetFileName(twice.Key)}'; package one of them with another '--output'", "dotnet release chart package"));
            }

            foreach (var one in written)
            {
                AtomicFile.Write(one.Path, one.Package.Bytes);
            }

            var answer = new ChartPackageAnswer([.. written], folder);
            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal) : answer.Write(terminal);
        });

        return command;
    }
}
