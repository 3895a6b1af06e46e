using System.Collections.Immutable;
using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version commits VERSION</c>: from a version back to the commits that make it.</summary>
internal static class VersionCommitsCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var version = new Argument<string>("VERSION") { Description = "Two to four numbers and what follows them, as on a package, in a log or in a file's properties." };
        var project = new Option<string?>("--project") { Description = "The folder whose version it is. Default: the current folder, or --repo.", HelpName = "DIR" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the commits' hashes only." };

        var command = new ExampleCommand(
            "commits",
            "Print the commits that make a version, of all that HEAD, a branch or a tag leads to; exit 1 where none does.",
            ("dotnet release version commits 1.4.7.30578", "the file version of a crash report"),
            ("dotnet release version commits 1.4.7-beta.g77729c063a", "a package's version"),
            ("git show $(dotnet release version commits 1.4.7 --quiet)", "what is it?"))
        {
            version, project, quiet,
        };

        command.SetAction(parsed =>
        {
            var query = VersionQuery.Parse(parsed.GetValue(version)!);
            var repository = GitRepository.Open(Path.GetFullPath(parsed.GetValue(project) ?? ".", common.FolderOf(parsed, terminal)));
            var found = CommitFinder.Find(repository, query);
            ImmutableArray<Diagnostic> complaint = found is [] ? [LookupDiagnostics.NobodyMadeIt(parsed.GetValue(version)!)] : [];

            if (parsed.GetValue(common.Json))
            {
                WriteJson(terminal.Out, found, complaint);
                return (int)(found is [] ? ExitCode.No : ExitCode.Done);
            }

            foreach (var commit in found)
            {
                terminal.Out.WriteLine(HarmlessText.Line(parsed.GetValue(quiet) ? commit.Made.Commit.Hash : $"{commit.Made.Commit.Hash} {commit.Made} {commit.Subject}"));
            }

            return new Reporter(terminal, json: false).Report(complaint);
        });

        return command;
    }

    private static void WriteJson(TextWriter output, ImmutableArray<FoundCommit> found, ImmutableArray<Diagnostic> complaint) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("commits");

        foreach (var commit in found)
        {
            writer.WriteStartObject();
            writer.WriteString("commit", commit.Made.Commit.Hash);
            writer.WriteString("version", commit.Made.ToString());
            writer.WritePropertyName("date");
            JsonText.WriteValue(writer, commit.Date);
            writer.WriteString("subject", commit.Subject);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("diagnostics");
        Reporter.Write(writer, complaint);
        writer.WriteEndObject();
    });
}
