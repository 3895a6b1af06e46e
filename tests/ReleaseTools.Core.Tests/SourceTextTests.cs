using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class SourceTextTests
{
    [TestMethod]
    [DataRow("utf-8", false)]
    [DataRow("utf-8", true)]
    [DataRow("utf-16", true)]
    [DataRow("utf-16BE", true)]
    public void A_file_without_edits_comes_back_byte_for_byte(string encoding, bool hasMark)
    {
        var name = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? name.GetPreamble() : [], .. name.GetBytes("a\r\nü𝄞\rb\n")];

        CollectionAssert.AreEqual(bytes, SourceText.Parse("f", bytes).With([]).ToBytes());
    }

    [TestMethod]
    public void Edits_are_made_whatever_their_order() => Assert.AreEqual(
        "one 2 three 4",
        SourceText.From("f", "one two three four").With([new(14, 4, "4"), new(4, 3, "2")]).Text);

    [TestMethod]
    public void Edits_that_overlap_are_a_mistake() => Assert.ThrowsExactly<ArgumentOutOfRangeException>(
        () => SourceText.From("f", "one two").With([new(0, 4, ""), new(3, 2, "")]));

    [TestMethod]
    [DataRow(0, "f(1,1)")]
    [DataRow(3, "f(1,4)")]
    [DataRow(4, "f(2,1)")]
    [DataRow(6, "f(3,1)")]
    [DataRow(7, "f(4,1)")]
    [DataRow(8, "f(4,2)")]
    public void Every_kind_of_line_end_ends_a_line(int offset, string expected) =>
        Assert.AreEqual(expected, SourceText.From("f", "ab\r\nc\r\rd").SpotAt(offset).ToString());

    [TestMethod]
    public void Bytes_that_are_no_text_are_named() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => SourceText.Parse("Chart.yaml", [0x61, 0xFF])).Message,
        "Chart.yaml(1,1): error RT3001");
}
