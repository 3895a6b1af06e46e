using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version</c>: the version of a commit, in every form.</summary>
internal static class VersionCommand
{
    /// <summary>What a person wants to see first.</summary>
    private static readonly string[] Shown =
        ["SemVer2", "Version", "AssemblyVersion", "AssemblyInformationalVersion", "NuGetPackageVersion", "NpmPackageVersion", "VersionHeight", "PublicRelease", "ImageTags"];

    /// <summary>Every form of the version, and what an image of it is called.</summary>
    private static readonly ImmutableArray<(string Name, Func<VersionSnapshot, object?> Read)> Fields =
        [.. VersionFields.All, ("ImageTags", version => ImageTags.For(version))];

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
        };

        target.AddTo(command);

        command.SetAction(parsed =>
        {
            var version = target.Read(parsed, common, terminal);

            switch (parsed.GetValue(get), parsed.GetValue(common.Json))
            {
                case ({ } name, false):
                    terminal.Out.WriteLine(Say(Find(name)(version)));
                    break;
                case ({ } name, true):
                    JsonAnswer.Write(terminal.Out, writer => JsonAnswer.WriteValue(writer, Find(name)(version)));
                    break;
                case (null, true):
                    WriteJson(terminal.Out, version);
                    break;
                default:
                    Show(terminal, version);
                    break;
            }

            // Beside the answer, never in it.
            return new Reporter(terminal, json: false).Report(version.Remarks);
        });

        return command;
    }

    private static Func<VersionSnapshot, object?> Find(string name) => Fields
        .FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Read
        ?? throw new ReleaseException(UsageDiagnostics.NoSuchField(name, Spelling.Nearest(name, Fields.Select(field => field.Name))));

    private static void WriteJson(TextWriter output, VersionSnapshot version) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();

        foreach (var (name, read) in Fields)
        {
            writer.WritePropertyName(name);
            JsonAnswer.WriteValue(writer, read(version));
        }

        writer.WriteEndObject();
    });

    private static void Show(Terminal terminal, VersionSnapshot version)
    {
        var rows = Shown.Select(name => (name, Say(Find(name)(version)))).ToArray();

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
