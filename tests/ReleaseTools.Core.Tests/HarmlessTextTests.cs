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
}
