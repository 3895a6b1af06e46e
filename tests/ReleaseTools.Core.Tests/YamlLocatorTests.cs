using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class YamlLocatorTests
{
    [TestMethod]
    [DataRow("a: b", "a", "b", nameof(YamlKind.Plain))]
    [DataRow("# ü𝄞\r\na: &x !!str 'b' # c\r\n", "a", "'b'", nameof(YamlKind.SingleQuoted))]
    [DataRow("a:\r  b: \"c\\\"\"\r", "a b", "\"c\\\"\"", nameof(YamlKind.DoubleQuoted))]
    [DataRow("a:\n- x\n- y: 1\n  z: 2\n", "a 1 z", "2", nameof(YamlKind.Plain))]
    [DataRow("{a: [x, {b: c}]}", "a 1 b", "c", nameof(YamlKind.Plain))]
    [DataRow("a: one\n  two\nb: c", "a", "one\n  two", nameof(YamlKind.Plain))]
    [DataRow("a: &x {b: c}\nd: *x\n", "d b", "c", nameof(YamlKind.Plain))]
    [DataRow("a: *x", "a", "*x", nameof(YamlKind.Alias))]
    [DataRow("a: |\n  x\nb: c", "a", "|\n  x\n", nameof(YamlKind.Block))]
    [DataRow("a: &x # none\nb: c", "a", "", nameof(YamlKind.Plain))]
    public void A_value_is_found_with_its_exact_span(string text, string path, string written, string kind)
    {
        var source = SourceText.From("f", text);

        var node = YamlLocator.Find(source, YamlLocator.Parse(source), path.Split(' '))!;

        Assert.AreEqual((written, kind), (text.Substring(node.Start, node.Length), node.Kind.ToString()));
    }

    [TestMethod]
    [DataRow("", "a")]
    [DataRow("# only this\n", "a")]
    [DataRow("a: 1", "b")]
    [DataRow("a:", "a b")]
    [DataRow("a: [1]", "a 1")]
    [DataRow("a: [1]", "a x")]
    [DataRow("- a", "a")]
    [DataRow("*b : 1", "b", DisplayName = "an alias is not its name")]
    public void What_is_not_there_is_not_found(string text, string path)
    {
        var source = SourceText.From("f", text);

        Assert.IsNull(YamlLocator.Find(source, YamlLocator.Parse(source), path.Split(' ')));
    }

    [TestMethod]
    [DataRow("a: [1, 2", "f(1,9)", "RT3002")]
    [DataRow("a: [1, 2\nb: c\n", "f(2,1)", "RT3002")]
    [DataRow("a: 1\nb: }\n", "f(2,4)", "RT3002")]
    [DataRow("a: 'x\nb: 2\n", "f(1,4)", "RT3002", DisplayName = "an open quote is named where it opens")]
    [DataRow("a: 1\nb:\n\tc: d\n", "f(3,1)", "RT3002", DisplayName = "tabs do not indent")]
    [DataRow("# 𝄞\r\na: b: c\r\n", "f(2,5)", "RT3002")]
    [DataRow("a: \0b", "f(1,4)", "RT3002")]
    [DataRow("a: 1\nb: !<> x\n", "f(2,7)", "RT3002", DisplayName = "an empty tag")]
    [DataRow("a: {{ .X }}-rc\n", "f(1,4)", "RT3003")]
    [DataRow("a: b\n{{- if .X }}\nc: d\n{{ end }}\n", "f(2,1)", "RT3003")]
    [DataRow("a: 1\r\n---\r\na: 2\r\n", "f(2,1)", "RT3004")]
    [DataRow("a: 1\nb: 2\n\"a\": 3\n", "f(3,1)", "RT3005")]
    [DataRow("just text", "f(1,1)", "RT3008")]
    public void What_is_wrong_is_named_with_its_place(string text, string place, string code)
    {
        var source = SourceText.From("f", text);

        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => YamlLocator.Find(source, YamlLocator.Parse(source), "a")).Diagnostics.Single();
        Assert.AreEqual($"{place}: error {code}", $"{diagnostic.Spot}: error {diagnostic.Code}");
    }

    [TestMethod]
    public void A_nest_without_end_is_refused_and_not_followed() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => YamlLocator.Parse(SourceText.From("f", new string('[', 100_000)))).Message,
        "f(1,66): error RT3002");
}
