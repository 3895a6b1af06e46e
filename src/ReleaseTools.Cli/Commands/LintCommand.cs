using System.CommandLine;
using ReleaseTools.Adapters.Commits;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release lint</c>: are these conventional commit messages?</summary>
internal static class LintCommand
{
    private const string Text = "text";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var source = new LintSource();
        var effect = new Option<bool>("--effect") { Description = "Say what the commits do to the next version, and the line each becomes in the changelog." };

        var config = new Option<string?>("--config") { Description = "The rules, in commitlint's form. Default: the nearest configuration of the repository, else config-conventional.", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "The form of the report.", HelpName = "text|commitlint", DefaultValueFactory = _ => Text };

        var command = new ExampleCommand(
            "lint",
            "Check commit messages against the rules of conventional commits.",
            ("dotnet release lint --edit .git/COMMIT_EDITMSG", "the message of a commit that is being made, as a hook does"),
            ("dotnet release lint --from origin/main", "every commit since the branch left main"),
            ("dotnet release lint --from origin/main --effect", "and what they do to the version and the changelog"),
            ("dotnet release lint --from-last-tag", "what the next release is made of"),
            ("dotnet release lint --message \"feat: add search\"", "one message"),
            ("dotnet release lint --pr-title \"$TITLE\" --pr-number 12", "the message a squashed pull request will have"),
            ("dotnet release lint --from origin/main --format commitlint", "the report as commitlint prints it"),
            ("git log -1 --format=%B | dotnet release lint", "a message from somewhere else"))
        {
            config, format,
        };

        source.AddTo(command);
        command.Add(effect);

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var range = source.RangeOf(parsed, folder, terminal);
            var messages = source.Read(parsed, range, folder, terminal);
            var configuration = LintConfigurationFiles.Read(folder, parsed.GetValue(config));
            Action<LintReport> write = parsed.GetValue(format) switch
            {
                Text => new LintAnswer(terminal).Write,
                "commitlint" => new CommitlintAnswer(terminal.Out, configuration.HelpUrl).Write,
                var other => throw new ReleaseException(CommitDiagnostics.NoSuchReport(other!)),
            };

            AuthoredText[] all = parsed.GetValue(effect) ? [.. messages] : [];
            var shown = parsed.GetValue(effect) ? LintEffect.Observe(folder, range, all, terminal.Ci) : null;
            var reports = (shown is null ? messages : all).Select(message => message.Report(configuration));
            return Report(reports, shown, parsed.GetValue(common.Json) ? null : write, terminal);
        });

        return command;
    }

    /// <param name="write">Null for JSON.</param>
    private static int Report(IEnumerable<LintReport> reports, LintEffect? effect, Action<LintReport>? write, Terminal terminal)
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

                if (effect is not null)
                {
                    LintEffectAnswer.WriteJson(writer, effect);
                }

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

            if (effect is not null)
            {
                LintEffectAnswer.Write(terminal.Out, effect);
            }
        }

        return (int)(isValid ? ExitCode.Done : ExitCode.No);
    }
}
