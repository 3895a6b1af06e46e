using System.Collections.Immutable;

namespace ReleaseTools.Core.Tests;

[TestClass]
public sealed class SideBySideTests
{
    [TestMethod]
    public void Results_stand_in_the_order_of_the_things_whichever_was_done_first()
    {
        ImmutableArray<int> things = [.. Enumerable.Range(0, 10_000)];

        var results = SideBySide.Select(things, thing => thing % 1000 == 0 ? Late(thing) : thing * 2);

        CollectionAssert.AreEqual(things.Select(thing => thing * 2).ToArray(), results.ToArray());

        static int Late(int thing)
        {
            Thread.Sleep(1);
            return thing * 2;
        }
    }

    [TestMethod]
    public void Nothing_comes_of_nothing() => Assert.AreEqual(0, SideBySide.Select(ImmutableArray<int>.Empty, thing => thing).Length);

    [TestMethod]
    public void What_the_work_throws_is_thrown_as_it_is()
    {
        var thrown = Assert.ThrowsExactly<InvalidDataException>(() => SideBySide.Select([1, 2, 3], thing => thing == 2 ? throw new InvalidDataException("two") : thing));

        Assert.AreEqual("two", thrown.Message);
    }
}
