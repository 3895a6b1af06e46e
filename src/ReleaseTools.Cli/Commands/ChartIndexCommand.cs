using System.CommandLine;
using System.Globalization;
using ReleaseTools.Adapters.Charts;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Charts;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release chart index</c>: the index.yaml of a repository of charts on a web server.</summary>
internal static class ChartIndexCommand
{
    private const string FileName = "index.yaml";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var charts = new Argument<string>("FOLDER") { Description = "Where the .tgz files are: in it, or in folders in it. The index is written there." };
        var url = new Option<string?>("--url") { Description = "The address that the folder is served at. Default: addresses relative to the index.", HelpName = "URL" };
        var merge = new Option<string?>("--merge") { Description = "An index to add to. What it lists stays as it is, byte for byte; where the file is missing, a new index is written.", HelpName = "FILE" };

        var command = new ExampleCommand(
            "index",
            "Write the index.yaml of a repository of charts. A chart that is listed under its version with another digest is an error.",
            ("dotnet release chart index dist --url https://charts.example.test", "a new dist/index.yaml"),
            ("dotnet release chart index dist --url https://charts.example.test --merge pages/index.yaml", "those that were published before, and those in dist"))
        {
            charts, url, merge,
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var named = parsed.GetRequiredValue(charts);
            var target = Path.GetFullPath(named, folder);
            var found = new ChartIndexer(Check(parsed.GetValue(url) ?? "")).Find(target, ChartCommand.PlaceOf(named), out var remarks);
            var date = terminal.Variable("SOURCE_DATE_EPOCH") is { Length: > 0 } seconds
                ? DateTimeOffset.Parse(SourceDate.Parse(seconds), CultureInfo.InvariantCulture)
                : found.Max(chart => chart.Created);

            var file = Path.Combine(target, FileName);
            var before = Open(parsed.GetValue(merge), folder, date);
            var written = before.With(found, date).ToBytes();
            var isWritten = !(File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(written));

            if (isWritten)
            {
                AtomicFile.Write(file, written);
            }

            var answer = new ChartIndexAnswer(Path.GetRelativePath(folder, file), found, ChartIndex.Parse(SourceText.Parse(file, written)).Count, isWritten, remarks);
            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal) : answer.Write(terminal);
        });

        return command;
    }

    private static ChartIndex Open(string? merged, string folder, DateTimeOffset date) =>
        merged is not null && Path.GetFullPath(merged, folder) is var path && File.Exists(path)
            ? ChartIndex.Parse(SourceText.Parse(merged, ChartReader.ReadPackage(path, merged)))
            : ChartIndex.Empty(FileName, date);

    private static string Check(string url) =>
        url.Length == 0 || (Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Query.Length == 0 && address.Fragment.Length == 0)
            ? url
            : throw new ReleaseException(ChartDiagnostics.NotAUrl(url));
}
