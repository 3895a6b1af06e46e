using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Text;

namespace ReleaseTools.Handover;

/// <summary>Writes a lock as JSON. The same lock always becomes the same text.</summary>
internal static class VersionLockWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(VersionLock versions)
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema", VersionLock.Schema);
            writer.WriteString("tool", versions.Tool);
            writer.WriteString("commit", versions.Commit.Hash);
            writer.WriteString("commitDate", versions.CommitDate);
            writer.WriteString("source", versions.Source);
            writer.WritePropertyName("folders");
            JsonText.WriteValue(writer, versions.Folders);
            writer.WriteStartObject("versions");

            foreach (var (folder, forms) in versions.Versions)
            {
                writer.WritePropertyName(folder);
                Write(writer, forms);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return LockSeal.Close(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, VersionForms? forms)
    {
        if (forms is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();

        foreach (var name in VersionForms.Names)
        {
            writer.WritePropertyName(name);
            JsonText.WriteValue(writer, forms[name]);
        }

        writer.WriteEndObject();
    }
}
