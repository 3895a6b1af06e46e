using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says what became of a version file, or would.</summary>
internal sealed record VersionSettingAnswer(VersionSetting Setting, bool IsApplied)
{
    public void Write(Terminal terminal, bool json)
    {
        if (json)
        {
            WriteJson(terminal.Out);
        }
        else if (Setting.IsUpToDate)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"Nothing to do: {Setting.Source.Path} says {Setting.Wanted}."));
        }
        else
        {
            var found = Setting.Found is null ? $"no version {(IsApplied ? "was" : "is")} given" : $"version {(IsApplied ? "was" : "is")} '{Setting.Found}'";
            terminal.Out.WriteLine(HarmlessText.Line($"{Setting.Source.SpotAt(Setting.Start)}: {found}, {(IsApplied ? "is" : "would be")} '{Setting.Wanted}'"));

            if (!IsApplied)
            {
                terminal.Note("Nothing is written yet. Give '--apply' to write it.");
            }
        }
    }

    private void WriteJson(TextWriter output) => JsonAnswer.Write(output, writer =>
    {
        var spot = Setting.Source.SpotAt(Setting.Start);
        writer.WriteStartObject();
        writer.WriteString("file", spot.File);
        writer.WriteNumber("line", spot.Line);
        writer.WriteNumber("column", spot.Column);
        writer.WriteString("found", Setting.Found?.ToString());
        writer.WriteString("wanted", Setting.Wanted.ToString());
        writer.WriteBoolean("differs", !Setting.IsUpToDate);
        writer.WriteBoolean("applied", IsApplied);
        writer.WriteEndObject();
    });
}
