using System.CommandLine;
using ReleaseTools.Adapters.Charts;
using ReleaseTools.Charts;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release chart lint</c>: what is wrong with a chart, with its place.</summary>
internal static class ChartLintCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var charts = new Argument<string[]>("CHART") { Description = "Folders of charts, or .tgz files. Default: the current folder, or --repo.", Arity = ArgumentArity.ZeroOrMore };
        var strict = new Option<bool>("--strict") { Description = "Take warnings for errors." };

        var command = new ExampleCommand(
            "lint",
            "Hold charts to Helm's rules, as far as they can be seen without rendering templates. Exit 1 on errors.",
            ("dotnet release chart lint deploy/shop", "all findings, each with file, line and column"),
            ("dotnet release chart lint charts/* --strict", "in CI"),
            ("dotnet release explain RT7067", "what a finding means, and which of Helm's rules it is"))
        {
            charts, strict,
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var answer = new ChartLintAnswer(
            [
                .. (parsed.GetValue(charts) is { Length: > 0 } named ? named : ["."])
                    .Select(chart => Check(Path.GetFullPath(chart, folder), ChartCommand.PlaceOf(chart), parsed.GetValue(strict))),
            ]);

            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal) : answer.Write(terminal);
        });

        return command;
    }

    private static CheckedChart Check(string path, string place, bool isStrict)
    {
        try
        {
            var (source, ignore) = ChartReader.Read(path, place);
            return new(place, ChartLint.Run(source, ignore, isStrict));
        }
        catch (ReleaseException stop)
        {
            return new(place, ChartLint.Judge(stop.Diagnostics, isStrict));
        }
    }
}
