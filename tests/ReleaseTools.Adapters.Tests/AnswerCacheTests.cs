using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>An answer is worked out once for each question. Whatever happens to what was kept of it, nobody is told anything else.</summary>
[TestClass]
public sealed class AnswerCacheTests
{
    private static readonly string[] Lines = ["Version=1.4", @"Ref=a\nb", "two\nlines", "", @"\"];

    [TestMethod]
    public void What_was_kept_comes_back_as_it_was()
    {
        using var folder = new TempFolder();
        var cache = new AnswerCache(folder.At("release-tools"));

        CollectionAssert.AreEqual(Lines, cache.Answer(() => "question", () => (Lines, true)));

        CollectionAssert.AreEqual(Lines, cache.Answer(() => "question", () => throw new InvalidOperationException("asked again")));
        CollectionAssert.AreEqual(Lines, new AnswerCache(folder.At("release-tools")).Find("question"));
        Assert.IsNull(cache.Find("another"));
    }

    [TestMethod]
    public void What_does_not_last_is_not_kept()
    {
        using var folder = new TempFolder();
        var cache = new AnswerCache(folder.At("release-tools"));
        cache.Answer(() => "question", () => (Lines, false));

        Assert.IsNull(cache.Find("question"));
    }

    [TestMethod]
    public void An_answer_to_a_question_that_changed_meanwhile_is_not_kept()
    {
        using var folder = new TempFolder();
        var cache = new AnswerCache(folder.At("release-tools"));
        var question = "before";

        cache.Answer(() => question, () =>
        {
            question = "after";
            return (Lines, true);
        });

        Assert.IsNull(cache.Find("before"));
        Assert.IsNull(cache.Find("after"));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(10)]
    [DataRow(64)]
    [DataRow(70)]
    public void What_is_damaged_or_cut_short_is_as_good_as_nothing(int place)
    {
        using var folder = new TempFolder();
        var cache = new AnswerCache(folder.At("release-tools"));
        cache.Answer(() => "question", () => (Lines, true));
        var file = Directory.GetFiles(folder.At("release-tools/answers")).Single();
        var bytes = File.ReadAllBytes(file);

        File.WriteAllBytes(file, bytes[..place]);
        Assert.IsNull(cache.Find("question"), "cut short");

        bytes[place] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.IsNull(cache.Find("question"), "damaged");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_file_that_others_may_write_answers_nothing()
    {
        using var folder = new TempFolder();
        var cache = new AnswerCache(folder.At("release-tools"));
        cache.Answer(() => "question", () => (Lines, true));
        var file = Directory.GetFiles(folder.At("release-tools/answers")).Single();

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherWrite);
        }

        Assert.IsNull(cache.Find("question"));
    }

    [TestMethod]
    public void Of_many_who_ask_at_once_one_works()
    {
        using var folder = new TempFolder();
        var works = 0;

        var answers = Enumerable.Range(0, 20).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => new AnswerCache(folder.At("release-tools")).Answer(() => "question", () => (Lines, Interlocked.Increment(ref works) > 0)))
            .ToArray();

        Assert.AreEqual(1, works);
        Assert.IsTrue(answers.All(lines => lines.SequenceEqual(Lines)));
    }

    [TestMethod]
    public void Where_nothing_can_be_written_it_is_worked_out_every_time()
    {
        using var folder = new TempFolder();
        folder.Write("release-tools", "a file in the way");
        var cache = new AnswerCache(folder.At("release-tools"));

        CollectionAssert.AreEqual(Lines, cache.Answer(() => "question", () => (Lines, true)));
        CollectionAssert.AreEqual(Lines, cache.Answer(() => "question", () => (Lines, true)));
    }
}
