using ReleaseTools.Cli;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ProgressLineTests
{
    [TestMethod]
    public void Long_work_is_counted_on_one_line_that_goes_away_again()
    {
        using var output = new StringWriter();

        using (var line = new ProgressLine(output, "commits", isDue: () => true))
        {
            line.Report!(1000);
            line.Report(2000);
        }

        Assert.AreEqual("\r\e[K1,000 commits\r\e[K2,000 commits\r\e[K", output.ToString());
    }

    [TestMethod]
    public void Short_work_says_nothing()
    {
        using var output = new StringWriter();

        using (var line = new ProgressLine(output, "commits", isDue: () => false))
        {
            line.Report!(1000);
        }

        Assert.AreEqual("", output.ToString());
    }

    [TestMethod]
    public void Nobody_counts_where_nobody_looks()
    {
        using var line = new ProgressLine(output: null, "commits", isDue: () => true);

        Assert.IsNull(line.Report);
    }
}
