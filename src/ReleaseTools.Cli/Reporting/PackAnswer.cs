using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Says which versions were packed or, in a check, whether they are.</summary>
/// <param name="Versions">What packing gives.</param>
/// <param name="File">As the user would name it.</param>
/// <param name="IsRight">Whether the file was that already.</param>
/// <param name="IsCheck">Whether it stays as it is in any case.</param>
internal sealed record PackAnswer(VersionLock Versions, string File, bool IsRight, bool IsCheck)
{
    private const string Form = "SemVer2";

    public bool Writes => !IsRight && !IsCheck;

    public int Write(Terminal terminal, ImmutableArray<Diagnostic> remarks)
    {
        if (IsRight || Writes)
        {
            terminal.Out.WriteLine(HarmlessText.Line($"{File}: {(IsRight ? "nothing to do" : "written")}, for {Versions.Commit}."));

            foreach (var (folder, forms) in Versions.Versions)
            {
                terminal.Out.WriteLine(HarmlessText.Line($"{(folder.Length == 0 ? "." : folder)}: {forms?[Form] ?? "no version"}"));
            }
        }

        return new Reporter(terminal, json: false).Report([.. remarks, .. Complaint]);
    }

    public int WriteJson(Terminal terminal, ImmutableArray<Diagnostic> remarks)
    {
        JsonAnswer.Write(terminal.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("file", File);
            writer.WriteBoolean("check", IsCheck);
            writer.WriteBoolean("differs", !IsRight);
            writer.WriteString("commit", Versions.Commit.Hash);
            writer.WriteStartObject("versions");

            foreach (var (folder, forms) in Versions.Versions)
            {
                writer.WritePropertyName(folder);
                JsonText.WriteValue(writer, forms?[Form]);
            }

            writer.WriteEndObject();
            writer.WritePropertyName("diagnostics");
            Reporter.Write(writer, [.. remarks, .. Complaint]);
            writer.WriteEndObject();
        });

        return (int)(Complaint is [] ? ExitCode.Done : ExitCode.No);
    }

    private ImmutableArray<Diagnostic> Complaint => IsCheck && !IsRight ? [HandoverDiagnostics.PackDiffers(File, Versions.Commit)] : [];
}
