using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CaseTextTests
{
    [TestMethod]
    [DataRow("add search", "LowerCase KebabCase-", false)]
    [DataRow("add-search", "LowerCase KebabCase", true)]
    [DataRow("addSearch", "CamelCase", true)]
    [DataRow("AddSearch", "PascalCase SentenceCase", true)]
    [DataRow("Add Search", "StartCase SentenceCase", true)]
    [DataRow("add_search", "SnakeCase LowerCase", true)]
    [DataRow("`Add` search", "LowerCase KebabCase CamelCase SnakeCase", true)]
    [DataRow("\"…\"", "LowerCase UpperCase StartCase", true)]
    [DataRow("1st of May", "SentenceCase UpperCase", true)]
    [DataRow("straße", "LowerCase", true)]
    [DataRow("STRAßE", "UpperCase", false)]
    [DataRow("İx", "LowerCase", false)]
    [DataRow("HTTPRequest", "PascalCase CamelCase", false)]
    [DataRow("🎉", "LowerCase UpperCase SentenceCase StartCase KebabCase", true)]
    public void A_text_is_in_a_case_or_not(string text, string cases, bool expected)
    {
        var held = Enum.GetValues<LetterCase>().Where(want => CaseText.Holds(text, want)).Select(want => want.ToString()).ToArray();

        Assert.AreEqual(expected, cases.Split(' ').All(held.Contains), string.Join(' ', held));
    }

    [TestMethod]
    public void A_case_that_a_text_is_written_in_holds_for_it()
    {
        foreach (var want in Enum.GetValues<LetterCase>())
        {
            Assert.IsTrue(CaseText.Holds(CaseText.Write("an HTTP server, café 2", want), want), $"{want}");
        }
    }
}
