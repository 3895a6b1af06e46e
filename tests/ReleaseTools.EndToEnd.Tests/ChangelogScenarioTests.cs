using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Changelogs of small histories, a folder for each behaviour. <c>UPDATE_GOLDEN=1</c> takes over what is answered now.</summary>
[TestClass]
public sealed class ChangelogScenarioTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "ReleaseTools.EndToEnd.Tests", "Scenarios", "changelog");

    public static IEnumerable<object[]> Names => Directory.EnumerateDirectories(Folder).Select(folder => new object[] { Path.GetFileName(folder) }).OrderBy(name => (string)name[0], StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_history_has_the_changelog_that_is_written_down_for_it(string name)
    {
        var expected = Path.Combine(Folder, name, "expected.txt");

        var answers = ChangelogScenario.Play(File.ReadAllText(Path.Combine(Folder, name, "history.txt")));

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expected, answers);
        }

        Assert.AreEqual(File.ReadAllText(expected).ReplaceLineEndings("\n"), answers);
    }
}
