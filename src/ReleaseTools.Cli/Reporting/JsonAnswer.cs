using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints a command's answer as indented JSON.</summary>
internal static class JsonAnswer
{
    // Readable text: what a terminal or a script gets is no HTML, so '+' and 'ü' need no escape.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            content(writer);
        }

        output.WriteLine(HarmlessText.Json(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))));
    }
}
