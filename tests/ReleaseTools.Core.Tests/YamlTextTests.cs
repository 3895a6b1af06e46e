using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class YamlTextTests
{
    [TestMethod]
    [DataRow("1.4.0")]
    [DataRow("1.4.0-rc.1+build.5")]
    [DataRow("1.4.0.7")]
    [DataRow("v1.4")]
    [DataRow("latest")]
    public void A_text_that_can_only_be_a_string_stays_plain(string text) => Assert.AreEqual(text, YamlText.Write(text, YamlKind.Plain));

    [TestMethod]
    [DataRow("1.10")]
    [DataRow("1e3")]
    [DataRow("0x1F")]
    [DataRow("1_000")]
    [DataRow("12:30")]
    [DataRow("2026-01-01")]
    [DataRow("7")]
    [DataRow(".5")]
    [DataRow("")]
    [DataRow("~")]
    [DataRow("No")]
    [DataRow("null")]
    [DataRow("a: b")]
    [DataRow("a #b")]
    [DataRow("1.4.0\n")]
    [DataRow("*v")]
    [DataRow("{{ x }}")]
    public void A_text_that_could_be_something_else_is_quoted(string text)
    {
        var written = YamlText.Write(text, YamlKind.Plain);

        Assert.AreEqual('"', written[0]);
        Assert.AreEqual(text, YamlLocator.Parse(SourceText.From("f", written))!.Text);
    }

    [TestMethod]
    [DataRow("it's", nameof(YamlKind.SingleQuoted), "'it''s'")]
    [DataRow("say \"a\\b\"", nameof(YamlKind.SingleQuoted), "'say \"a\\b\"'")]
    [DataRow("say \"a\\b\"", nameof(YamlKind.DoubleQuoted), "\"say \\\"a\\\\b\\\"\"")]
    [DataRow("two\nlines", nameof(YamlKind.SingleQuoted), "\"two\\u000alines\"")]
    [DataRow("ü𝄞", nameof(YamlKind.DoubleQuoted), "\"ü𝄞\"")]
    public void Quotes_are_kept_and_escaped_their_own_way(string text, string style, string expected)
    {
        Assert.AreEqual(expected, YamlText.Write(text, Enum.Parse<YamlKind>(style)));
        Assert.AreEqual(text, YamlLocator.Parse(SourceText.From("f", expected))!.Text);
    }
}
