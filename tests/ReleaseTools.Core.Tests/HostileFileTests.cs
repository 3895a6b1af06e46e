using System.Diagnostics;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Stamping.Stampers;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>Files that are made to take for ever, or all the memory there is.</summary>
[TestClass]
public sealed class HostileFileTests
{
    private const int Depth = 100_000;

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Nested =>
    [
        ["json", "a", Times("[", Depth), "RT3017"],
        ["json", "a", Times("{\"a\":", Depth), "RT3017"],
        ["json", "a", Times("[", Depth) + Times("]", Depth), "RT3017"],
        ["yaml", "a", Times("[", Depth), "RT3002"],
        ["yaml", "a", Times("{a: ", Depth), "RT3002"],
        ["yaml", "a", Times("- ", Depth), "RT3002"],
        ["yaml", "a", Times("? ", Depth), "RT3002"],
        ["yaml", "a", string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")), "RT3002"],
        ["yaml", "a", Times("&a ", Depth), "RT3002"],
        ["yaml", "a", Times("!a ", Depth), "RT3002"],
        ["yaml", "a", "a: \"" + Times("x\n", Depth), "RT3002"],
        ["yaml", "a", "a: |\n" + Times(" x\n", Depth), "RT3006"],
        ["yaml", "a", Times("a: 1\n", Depth), "RT3005"],
        ["xml", "a", Times("<a>", Depth), "RT3019"],
        ["xml", "b", Times("<a>", Depth) + Times("</a>", Depth), "RT3007"],
        ["xml", "a/@b", $"<a {string.Concat(Enumerable.Range(0, Depth).Select(i => $"a{i}='' "))}/>", "RT3007"],
        ["xml", "a", $"<!DOCTYPE a [ <!ENTITY b '{Times("x", Depth)}'> {string.Concat(Enumerable.Range(0, 30).Select(i => $"<!ENTITY b{i} '&b;&b;&b;&b;&b;&b;&b;&b;'>"))} ]><a>&b29;</a>", "RT3019"],
        ["xml", "a", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "RT3006"],
        ["toml", "a", "a = " + Times("[", Depth), "RT3020"],
        ["toml", "a", "a = " + Times("{a = ", Depth), "RT3020"],
        ["toml", "a", Times("a.", Depth) + "a = 1", "RT3020"],
        ["toml", "a", $"[{Times("a.", Depth)}a]", "RT3020"],
        ["toml", "a", Times("[[a]]\n", Depth), "RT3007"],
        ["toml", "a", "a = [" + Times("1,", Depth) + "]", "RT3006"],
        ["toml", "a", Times("a = 1\n", Depth), "RT3005"],
    ];

    [TestMethod]
    [DynamicData(nameof(Nested))]
    public void A_file_made_to_be_slow_ends_with_a_diagnostic(string setting, string path, string text, string code)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var stop = Assert.ThrowsExactly<ReleaseException>(() => StamperList.ByPlace.Single(place => place.Setting == setting).Create(path)!.Find(SourceText.From("x", text), "1.4.0"));

        TestContext.WriteLine($"{watch.ElapsedMilliseconds} ms, {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1_000_000} MB");
        Assert.AreEqual(code, stop.Diagnostics.Single().Code);
    }

    [TestMethod]
    [DataRow("json", "[", "]", "")]
    [DataRow("json", "{\"a\":", "}", "1")]
    [DataRow("yaml", "[", "]", "")]
    public void Levels_that_are_too_many_are_called_that(string setting, string open, string close, string inside)
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => StamperList.ByPlace.Single(place => place.Setting == setting).Create("a")!.Find(SourceText.From("x", Times(open, 70) + inside + Times(close, 70)), "1.4.0"));
        StringAssert.StartsWith(stop.Diagnostics.Single().Message, "Lists and mappings are nested deeper than 64 levels here");

        var wrong = Assert.ThrowsExactly<ReleaseException>(() => StamperList.ByPlace.Single(place => place.Setting == setting).Create("a")!.Find(SourceText.From("x", Times(open, 10) + inside), "1.4.0"));
        StringAssert.StartsWith(wrong.Diagnostics.Single().Message, "From here on this cannot be read");
    }

    [TestMethod]
    public void Aliases_of_aliases_are_not_followed()
    {
        var bomb = "a0: &a0 x\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{Times($"*a{i - 1},", 9)}]\n")) + "version: 0.1.0\n";

        var value = StamperList.ByPlace[0].Create("version")!.Find(SourceText.From("x", bomb), "1.4.0").Single();

        Assert.AreEqual("0.1.0", value.Found);
    }

    [TestMethod]
    [DataRow("(?<version>(a+)+)$")]
    [DataRow("^(?<version>(a|a)*)b")]
    [DataRow("(?<version>(.*)(.*)(.*)(.*)(.*)x)")]
    [DataRow("(?<version>a[^b]*b)")]
    [DataRow("(?<version>(a{1,90}){1,90})")]
    [DataRow("(?<version>(a{1,12}){1,12})")]
    [DataRow("(?<version>(a?){100}a{100}b)")]
    [DataRow("(?<version>((a?){500}))b")]
    public void No_pattern_takes_for_ever(string pattern)
    {
        var watch = Stopwatch.StartNew();

        try
        {
            PatternStamper.Parse(pattern, 3, new SourceSpot("version.json", 1, 1)).Find(SourceText.From("x", Times("a", Depth * 10) + "!"), "1.4.0");
            Assert.Fail();
        }
        catch (ReleaseException stop)
        {
            TestContext.WriteLine($"{watch.ElapsedMilliseconds} ms {stop.Diagnostics[0].Code}");
            CollectionAssert.Contains(new[] { "RT2095", "RT3021", "RT3027" }, stop.Diagnostics.Single().Code);
        }
    }

    [TestMethod]
    [DataRow("Makefile")]
    [DataRow("Dockerfile")]
    [DataRow("x.txt")]
    public void Lines_without_end_are_read_once(string name)
    {
        foreach (var text in new[] { Times("VERSION ", Depth), Times("ARG VERSION \\\n", Depth), Times("\\\n", Depth), Times("\"", Depth), "ARG " + Times("a", Depth), "ARG " + Times("a=b ", Depth), "LABEL " + Times("\"a ", Depth), Times("1.1.1.", Depth) + "x-release-version", Times("#", Depth), "VERSION = " + Times("a ", Depth), "RUN " + Times("<<a ", Depth), Times("#\n", Depth) })
        {
            var watch = Stopwatch.StartNew();

            try
            {
                var stamper = StamperList.Listed.FirstOrDefault(one => one.Reads(name)) ?? new AnnotatedStamper();
                stamper.Find(SourceText.From(name, text), "1.4.0");
            }
            catch (ReleaseException stop)
            {
                StringAssert.StartsWith(stop.Diagnostics[0].Code, "RT3");
            }

            TestContext.WriteLine($"{watch.ElapsedMilliseconds} ms {text[..10]}");
        }
    }

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
