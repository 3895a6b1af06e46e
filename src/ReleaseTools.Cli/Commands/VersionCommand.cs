using System.CommandLine;
using System.Globalization;
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
        var target = new VersionTarget();
        var get = new Option<string?>("--get") { Description = "Print one form only, by its name in the JSON answer.", HelpName = "NAME" };

        var command = new ExampleCommand(
            "version",
            "Print the version of a commit.",
            ("dotnet release version", "the version of what is checked out"),
            ("dotnet release version --get SemVer2", "one form, for a script"),
            ("dotnet release version v1.4.0 --json", "every form, of a tag"),
            ("dotnet release version --project src/Api", "of a project with a version.json of its own"))
        {
            get,
            VersionExplainCommand.Create(common, terminal),
            VersionNextCommand.Create(common, terminal),
            VersionSetCommand.Create(common, terminal),
            VersionPackCommand.Create(common, terminal),
            VersionArchiveCommand.Create(common, terminal),
            VersionCommitsCommand.Create(common, terminal),
        };

        target.AddTo(command);

        command.SetAction(parsed =>
        {
            var found = target.Read(parsed, common, terminal);
            var version = found.Forms;

            switch (parsed.GetValue(get), parsed.GetValue(common.Json))
            {
                case ({ } name, false):
                    var value = Say(version[Find(name)]);
                    // A script gets the very value.
                    terminal.Out.WriteLine(terminal.IsInteractive ? HarmlessText.Line(value) : value);
                    break;
                case ({ } name, true):
                    JsonAnswer.Write(terminal.Out, writer => JsonText.WriteValue(writer, version[Find(name)]));
                    break;
                case (null, true):
                    WriteJson(terminal.Out, version);
                    break;
                default:
                    Show(terminal, version);
                    break;
            }

            // Beside the answer, never in it.
            if (found.File is { } file)
            {
                terminal.Note(HarmlessText.Line($"The version is from '{file}'."));
            }

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
            JsonText.WriteValue(writer, version[name]);
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
