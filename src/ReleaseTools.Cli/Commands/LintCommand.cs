using System.CommandLine;
using ReleaseTools.Adapters.Commits;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release lint</c>: are these conventional commit messages?</summary>
internal static class LintCommand
{
    private const string Text = "text";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var edit = new Option<string?>("--edit") { Description = "The file git hands to a commit-msg hook.", HelpName = "FILE" };
        var message = new Option<string?>("--message") { Description = "The message itself.", HelpName = "TEXT" };
        var from = new Option<string?>("--from") { Description = "The commit before the first one to check.", HelpName = "COMMIT" };
        var to = new Option<string?>("--to") { Description = "The last commit to check. Default: HEAD.", HelpName = "COMMIT" };

        var config = new Option<string?>("--config") { Description = "The rules, in commitlint's form. Default: the nearest configuration of the repository, else config-conventional.", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "The form of the report.", HelpName = "text|commitlint", DefaultValueFactory = _ => Text };

        var command = new ExampleCommand(
            "lint",
            "Check commit messages against the rules of conventional commits.",
            ("dotnet release lint --edit .git/COMMIT_EDITMSG", "the message of a commit that is being made, as a hook does"),
            ("dotnet release lint --from origin/main", "every commit since the branch left main"),
            ("dotnet release lint --message \"feat: add search\"", "one message"),
            ("git log -1 --format=%B | dotnet release lint", "a message from somewhere else"),
            ("dotnet release lint --from origin/main --format commitlint", "the report as commitlint prints it"))
        {
            edit, message, from, to, config, format,
        };

        command.SetAction(parsed =>
        {
            var (file, text) = (parsed.GetValue(edit), parsed.GetValue(message));
            var range = parsed.GetValue(from) is null && parsed.GetValue(to) is null ? null : new CommitRange(parsed.GetValue(from), parsed.GetValue(to) ?? CommitRange.Head);

            if (new object?[] { file, text, range }.Count(source => source is not null) > 1)
            {
                throw new ReleaseException(CommitDiagnostics.SeveralMessages());
            }

            var folder = common.FolderOf(parsed, terminal);

            var messages = file is not null ? [MessageFile.Read(file, folder)]
                : range is not null ? CommitReader.Read(GitRepository.Open(folder), range).Select(commit => CommitText.From(commit.Id.ToString(), commit.Message))
                : [Given(text, terminal)];

            var configuration = LintConfigurationFiles.Read(folder, parsed.GetValue(config));
            Action<LintReport> write = parsed.GetValue(format) switch
            {
                Text => new LintAnswer(terminal).Write,
                "commitlint" => new CommitlintAnswer(terminal.Out, configuration.HelpUrl).Write,
                var other => throw new ReleaseException(CommitDiagnostics.NoSuchReport(other!)),
            };

            return Report(messages.Select(text => LintReport.Of(text, configuration)), parsed.GetValue(common.Json) ? null : write, terminal);
        });

        return command;
    }

    private static CommitText Given(string? text, Terminal terminal) =>
        CommitText.From(text is null ? "stdin" : "message", text ?? terminal.In.ReadToEnd()) is { Lines: not [] } given
            ? given
            : throw new ReleaseException(CommitDiagnostics.NoMessage());

    /// <param name="write">Null for JSON.</param>
    private static int Report(IEnumerable<LintReport> reports, Action<LintReport>? write, Terminal terminal)
    {
        var isValid = true;

        if (write is null)
        {
            var all = reports.ToArray();
            isValid = all.All(report => report.IsValid);

            JsonAnswer.Write(terminal.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("valid", isValid);
                writer.WritePropertyName("messages");
                LintAnswer.WriteJson(writer, all);
                writer.WriteEndObject();
            });
        }
        else
        {
            foreach (var report in reports)
            {
                write(report);
                isValid &= report.IsValid;
            }
        }

        return (int)(isValid ? ExitCode.Done : ExitCode.No);
    }
}
