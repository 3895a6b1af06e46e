using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>On every history that is compared with nbgv: what is said of the version is what made it.</summary>
[TestClass]
public sealed class ExplanationTests
{
    public static IEnumerable<object[]> Names => Histories.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_evidence_bears_out_the_version(string name)
    {
        using var repository = new TempRepository();
        Histories.All[name](repository);
        var opened = GitRepository.Open(repository.Path);

        var explanation = EvidenceReader.Explain(opened, VersionReader.Observe(opened), isFull: true);
        var height = explanation.Height!;

        Assert.AreEqual(VersionReader.Read(opened).VersionHeight, height.Path.Count(step => step.Counts));
        Assert.AreEqual(height.Path.Length, explanation.Answers.Commits.Keys.Count(id => height.Path.Any(step => step.Commit == id)));

        foreach (var step in height.Path.Where(step => step.Filters is not null))
        {
            Assert.AreEqual(step.Counts, explanation.Judge(step).Any(verdict => verdict.Counts), $"{step.Commit}");
        }

        foreach (var form in explanation.Forms)
        {
            Assert.AreEqual(form.Value, string.Concat(form.Parts.Select(part => part.Text)));
        }
    }
}
