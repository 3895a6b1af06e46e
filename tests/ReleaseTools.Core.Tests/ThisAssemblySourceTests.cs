using ReleaseTools.Constants;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ThisAssemblySourceTests
{
    private static readonly AssemblyConstant[] Constants = [new("Level", 3L), new("Build", "7"), new("On", true), new("Begun", new DateTime(42, DateTimeKind.Utc))];

    [TestMethod]
    [DataRow("C#", "C#")]
    [DataRow("VB", "visual basic")]
    [DataRow("F#", "FSharp")]
    public void A_language_is_known_by_every_name_it_goes_by(string name, string other) =>
        Assert.AreSame(ThisAssemblySource.FindLanguage(name), ThisAssemblySource.FindLanguage(other));

    [TestMethod]
    public void Another_language_is_none_of_ours() => Assert.IsNull(ThisAssemblySource.FindLanguage("C++"));

    [TestMethod]
    [DataRow("C#")]
    [DataRow("VB")]
    [DataRow("F#")]
    public void The_order_of_the_constants_does_not_matter(string name)
    {
        var language = ThisAssemblySource.FindLanguage(name)!;

        Assert.AreEqual(ThisAssemblySource.Write(language, "", Constants), ThisAssemblySource.Write(language, "", Constants.Reverse()));
    }

    [TestMethod]
    [DataRow("C#")]
    [DataRow("VB")]
    [DataRow("F#")]
    public void No_text_leaves_its_line_or_its_quotes(string name)
    {
        const string hostile = "a\"\r\nEnd Class\u2028\u0000\u202e\\\" +\u201d";

        var lines = ThisAssemblySource.Write(ThisAssemblySource.FindLanguage(name)!, "", [new("Extra", hostile)]).Split('\n');

        var line = lines.Single(line => line.Contains("Extra", StringComparison.Ordinal));
        Assert.IsFalse(line.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u202e'), line);
        Assert.IsFalse(lines.Any(other => other != line && other.StartsWith("End Class", StringComparison.Ordinal) && name != "VB"), string.Join('\n', lines));
    }

    [TestMethod]
    [DataRow("Acme.Shop", true)]
    [DataRow("Größe", true)]
    [DataRow("_", false)]
    [DataRow("Acme..Shop", false)]
    [DataRow("Acme.Shop;", false)]
    [DataRow("1st", false)]
    [DataRow("", false)]
    public void A_namespace_is_names_with_dots_between_them(string text, bool expected) => Assert.AreEqual(expected, Identifier.IsNamespace(text));
}
