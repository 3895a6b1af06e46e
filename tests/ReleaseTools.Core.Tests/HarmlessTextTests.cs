using System.Text.Json;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class HarmlessTextTests
{
    [TestMethod]
    [DataRow("::error::x", ": :error::x")]
    [DataRow(" \u00A0::error::x", " \u00A0: :error::x")]
    [DataRow("a ##[error]x", "a ## [error]x")]
    [DataRow("##VSO[task.complete]", "##VSO [task.complete]")]
    [DataRow("##teamcity[buildStatus]", "##teamcity [buildStatus]")]
    [DataRow("\e[2Ja\nb", "\u241B[2Ja\u240Ab")]
    [DataRow("\u202Ea\u061C\u009B", "\uFFFDa\uFFFD\uFFFD")]
    [DataRow("std::vector and a[1] ## b [c]", "std::vector and a[1] ## b [c]")]
    public void A_line_moves_no_cursor_and_starts_no_command(string text, string expected) => Assert.AreEqual(expected, HarmlessText.Line(text));

    [TestMethod]
    [DataRow("##vso[task.complete]")]
    [DataRow("a ##[error]x")]
    [DataRow("\\##teamcity[x] \" ##vso[")]
    [DataRow("\u202Ea\u2066b\u200F\uFEFF\u061C")]
    public void A_JSON_document_keeps_its_values_and_starts_no_command(string text)
    {
        var written = $"{{\n  \"list\": [ \"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\" ]\n}}";

        var harmless = HarmlessText.Json(written);

        Assert.AreEqual(text, JsonDocument.Parse(harmless).RootElement.GetProperty("list")[0].GetString());
        Assert.AreEqual(harmless, HarmlessText.Json(harmless));
        Assert.AreNotEqual(written, harmless);
        Assert.IsFalse(harmless.Contains("##vso[", StringComparison.Ordinal) || harmless.Any(character => character != '\n' && HarmlessText.IsInvisible(character)), harmless);
    }

    [TestMethod]
    public void A_JSON_document_without_commands_stays_as_it_is()
    {
        const string document = "{\r\n  \"text\": [ \"## heading, #12, ü, 1.2.3+g1 a[0]\" ]\r\n}";

        Assert.AreEqual(document, HarmlessText.Json(document));
    }
}
