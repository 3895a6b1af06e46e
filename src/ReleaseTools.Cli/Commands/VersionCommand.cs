using System.CommandLine;
using System.Globalization;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version</c>: the version of a commit, in every form.</summary>
internal static class VersionCommand
{
    /// <summary>What a person wants to see first.</summary>
    private static readonly string[] Shown =
        ["SemVer2", "Version", "AssemblyVersion", "AssemblyInformationalVersion", "NuGetPackageVersion", "NpmPackageVersion", "VersionHeight", "PublicRelease", "ImageTags"];

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var commit = new Argument<string?>("COMMIT") { Description = "A branch, tag or hash; where it has the name of a command, as in refs/heads/next. Default: what is checked out, with its working copy.", Arity = ArgumentArity.ZeroOrOne };
        var project = new Option<string?>("--project") { Description = "The folder whose version is asked for. Default: the current folder, or --repo.", HelpName = "DIR" };
        var get = new Option<string?>("--get") { Description = "Print one form only, by its name in the JSON answer.", HelpName = "NAME" };
        var isPublic = new PublicReleaseOption();

        var command = new ExampleCommand(
            "version",
            "Print the version of a commit.",
            ("dotnet release version", "the version of what is checked out"),
            ("dotnet release version --get SemVer2", "one form, for a script"),
            ("dotnet release version v1.4.0 --json", "every form, of a tag"),
            ("dotnet release version --project src/Api", "of a project with a version.json of its own"))
        {
            commit, project, get, isPublic,
            VersionNextCommand.Create(common, terminal),
            VersionSetCommand.Create(common, terminal),
            VersionPackCommand.Create(common, terminal),
            VersionArchiveCommand.Create(common, terminal),
            VersionCommitsCommand.Create(common, terminal),
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var found = FoundVersion.Read(Path.GetFullPath(parsed.GetValue(project) ?? ".", folder), parsed.GetValue(commit), parsed.GetValue(isPublic), terminal.Ci);
            var version = found.Forms;

            switch (parsed.GetValue(get), parsed.GetValue(common.Json))
            {
                case ({ } name, false):
                    terminal.Out.WriteLine(Say(version[Find(name)]));
                    break;
                case ({ } name, true):
                    JsonAnswer.Write(terminal.Out, writer => JsonAnswer.WriteValue(writer, version[Find(name)]));
                    break;
                case (null, true):
                    WriteJson(terminal.Out, version);
                    break;
                default:
                    Show(terminal, version);
                    break;
            }

            // Beside the answer, never in it.
            return new Reporter(terminal, json: false).Report(found.Remarks);
        });

        return command;
    }

    /// <summary>The form's name as it is spelt.</summary>
    private static string Find(string name) => VersionForms.Names
        .FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ReleaseException(UsageDiagnostics.NoSuchField(name, Spelling.Nearest(name, VersionForms.Names)));

    private static void WriteJson(TextWriter output, VersionForms version) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();

        foreach (var name in VersionForms.Names)
        {
            writer.WritePropertyName(name);
            JsonAnswer.WriteValue(writer, version[name]);
        }

        writer.WriteEndObject();
    });

    private static void Show(Terminal terminal, VersionForms version)
    {
        var rows = Shown.Select(name => (name, Say(version[name]))).ToArray();

        if (terminal.IsInteractive)
        {
            TableAnswer.Write(terminal.Out, ["form", "value"], rows.Select(row => new[] { row.name, row.Item2 }));
            return;
        }

        var width = Shown.Max(name => name.Length) + 1;

        foreach (var (name, value) in rows)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{(name + ":").PadRight(width)} {value}"));
        }
    }

    private static string Say(object? value) => value switch
    {
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        IEnumerable<string> list when value is not string => string.Join(' ', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
