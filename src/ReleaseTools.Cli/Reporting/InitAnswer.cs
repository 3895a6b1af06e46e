using ReleaseTools.Adapters.Files;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says which files were added to the list in version.json, or shows it with them.</summary>
internal sealed record InitAnswer(StampDiscovery Discovery, bool IsDryRun)
{
    public int Write(Terminal terminal)
    {
        if (Discovery.Entries is [])
        {
            terminal.Out.WriteLine("Nothing to do: no file that carries a version is left to be listed. Charts and npm packages need no entry.");
            return (int)ExitCode.Done;
        }

        foreach (var (entry, value) in Discovery.Entries.SelectMany(entry => entry.Values.Select(value => (entry, value))))
        {
            terminal.Note(HarmlessText.Line($"{entry.Source.SpotAt(value.Start)}: {value.Key} is '{value.Found}'"));
        }

        if (IsDryRun)
        {
            foreach (var line in Discovery.Written.Text.TrimEnd('\r', '\n').Split('\n'))
            {
                terminal.Out.WriteLine(HarmlessText.Line(line.TrimEnd('\r')));
            }
        }
        else
        {
            terminal.Out.WriteLine($"version.json lists {(Discovery.Entries.Length == 1 ? "one file" : $"{Discovery.Entries.Length} files")} more. 'dotnet release stamp --diff' shows what stamping changes.");
        }

        return (int)ExitCode.Done;
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("applied", !IsDryRun && Discovery.Entries is not []);
            JsonText.WriteObjects(writer, "files", Discovery.Entries, entry =>
            {
                writer.WriteString("file", entry.Source.Path);

                foreach (var (name, text) in entry.Settings)
                {
                    writer.WriteString(name, text);
                }

                writer.WriteStartArray("found");

                foreach (var value in entry.Values)
                {
                    writer.WriteStringValue(value.Found);
                }

                writer.WriteEndArray();
            });
            writer.WriteString("versionFile", Discovery.Written.Text);
            writer.WriteEndObject();
        });

        return (int)ExitCode.Done;
    }
}
