using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>What holds for every file: the value changes, no other byte does, and a second stamp has nothing to do.</summary>
[TestClass]
public sealed class StampPropertyTests
{
    private const string Version = "1.4.0-rc.1";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Of_any_chart_only_the_values_change() => Check(RandomFile.Chart, Law);

    [TestMethod]
    public void Of_any_package_only_the_value_changes() => Check(RandomFile.Package, Law);

    [TestMethod]
    public void Any_text_is_stamped_or_refused_with_a_diagnostic() => Check(RandomFile.Rubbish, file =>
    {
        try
        {
            var plan = StampPlan.For(SourceText.From(file.Path, file.Before), Version);
            Assert.IsTrue(StampPlan.For(SourceText.Parse(file.Path, plan.Stamped()), Version).IsUpToDate);
        }
        catch (ReleaseException stop)
        {
            Assert.IsTrue(stop.Diagnostics.All(diagnostic => diagnostic.Code.StartsWith("RT3", StringComparison.Ordinal)), stop.Message);
        }
    });

    [TestMethod]
    public void Of_any_document_only_the_value_at_the_path_changes()
    {
        var seed = Random.Shared.Next();
        TestContext.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

        for (var run = 0; run < 4000; run++)
        {
            var document = RandomDocument.Next(random);
            var encoding = encodings[random.Next(encodings.Length)];
            var before = SourceText.Parse("x", document.Bytes(document.Old, encoding));
            var plan = new StampPlan(before, Version, document.Stamper().Find(before, Version));
            var stamped = plan.Stamped();

            CollectionAssert.AreEqual(document.Bytes(Version, encoding), stamped, $"{document} became {SourceText.Parse("x", stamped).Text}");
            Assert.AreEqual(document.Old, plan.Values.Single().Found, document.ToString());
            var again = document.Stamper().Find(SourceText.Parse("x", stamped), Version).Single();
            Assert.AreEqual((Version, null), (again.Found, again.Edit), document.ToString());
        }
    }

    private static void Law(RandomFile file)
    {
        var plan = StampPlan.For(SourceText.Parse(file.Path, file.Bytes(file.Before)), Version);
        var stamped = plan.Stamped();

        Assert.AreEqual(Encoding.UTF8.GetString(file.Bytes(file.After)), Encoding.UTF8.GetString(stamped));
        CollectionAssert.AreEqual(file.Bytes(file.After), stamped);

        var again = StampPlan.For(SourceText.Parse(file.Path, stamped), Version);
        Assert.IsTrue(again.Values.All(value => value.Found == Version), "what was written is read back");
        Assert.IsTrue(again.IsUpToDate, "a second stamp has nothing to do");
    }

    private void Check(Gen<RandomFile> files, Action<RandomFile> law)
    {
        // To see a failure again, write its seed here.
        var seed = (ulong)Random.Shared.NextInt64();
        TestContext.WriteLine($"seed {seed}");
        var config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(new Replay(new Rnd(seed), Microsoft.FSharp.Core.FSharpOption<int>.None));

        FsCheck.Check.One(config, Prop.ForAll(files.ToArbitrary(), law));
    }
}
