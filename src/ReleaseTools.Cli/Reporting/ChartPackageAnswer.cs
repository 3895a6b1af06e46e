using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says which files charts were packaged into.</summary>
internal sealed record ChartPackageAnswer(ImmutableArray<PackedChart> Charts, string Folder)
{
    public int Write(Terminal terminal)
    {
        foreach (var (package, path) in Charts)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{Path.GetRelativePath(Folder, path)}: {package.Metadata.Name} {package.Metadata.Version}, {package.Entries.Length} files, {ByteCount.Text(package.Bytes.Length)}, {package.Digest}"));
        }

        return (int)ExitCode.Done;
    }

    public int WriteJson(Terminal terminal)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();

            JsonText.WriteObjects(writer, "charts", Charts, chart =>
            {
                writer.WriteString("name", chart.Package.Metadata.Name);
                writer.WriteString("version", chart.Package.Metadata.Version);
                writer.WriteString("appVersion", chart.Package.Metadata.AppVersion);
                writer.WriteString("file", Path.GetRelativePath(Folder, chart.Path));
                writer.WriteNumber("size", chart.Package.Bytes.Length);
                writer.WriteString("digest", chart.Package.Digest.Text);
                writer.WriteString("date", chart.Package.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteStartArray("files");

                foreach (var entry in chart.Package.Entries)
                {
                    writer.WriteStringValue(entry.Path);
                }

                writer.WriteEndArray();
            });

            writer.WriteEndObject();
        });

        return (int)ExitCode.Done;
    }
}
