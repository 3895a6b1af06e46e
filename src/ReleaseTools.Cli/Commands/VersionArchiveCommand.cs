using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version archive</c>: let source archives know which release they are.</summary>
internal static class VersionArchiveCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var apply = new Option<bool>("--apply") { Description = "Write the files. Without it, only say what would be written." };

        var command = new ExampleCommand(
            "archive",
            "Let 'git archive', and the 'Source code' downloads of a GitHub release, carry the version of the tag they are of.",
            ("dotnet release version archive", "what would be written"),
            ("dotnet release version archive --apply", "write it; commit both files"))
        {
            apply,
        };

        command.SetAction(parsed =>
        {
            var repository = GitRepository.Open(common.FolderOf(parsed, terminal));
            var plan = ArchiveFiles.Plan(repository);

            if (parsed.GetValue(apply))
            {
                ArchiveFiles.Apply(repository, plan);
            }

            if (parsed.GetValue(common.Json))
            {
                WriteJson(terminal, plan, parsed.GetValue(apply));
            }
            else
            {
                Write(terminal, plan, parsed.GetValue(apply));
            }

            return (int)ExitCode.Done;
        });

        return command;
    }

    private static void Write(Terminal terminal, ArchivePlan plan, bool isApplied)
    {
        if (plan.Changes is [])
        {
            terminal.Out.WriteLine($"Nothing to do: {ArchiveNote.Place} and {ArchivePlan.AttributesPlace} are as they should be.");
            return;
        }

        var verb = isApplied ? "written" : "to be written";

        if (plan.Note is not null)
        {
            terminal.Out.WriteLine($"{ArchiveNote.Place}: {verb}; git fills it in when it makes an archive.");
        }

        if (plan.Attributes is not null)
        {
            terminal.Out.WriteLine($"{ArchivePlan.AttributesPlace}: the line '{ArchiveNote.Attribute}' {verb}.");
        }

        terminal.Note(isApplied ? "Commit both files: archives of that commit and later ones carry their version." : "Nothing was changed. Run it with '--apply' to write.");
    }

    private static void WriteJson(Terminal terminal, ArchivePlan plan, bool isApplied) => JsonAnswer.Write(terminal.Out, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("applied", isApplied && plan.Changes is not []);
        writer.WritePropertyName("files");
        JsonText.WriteValue(writer, plan.Changes.Select(change => change.Path));
        writer.WriteEndObject();
    });
}
