using System.Reflection;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.MSBuild;
using ReleaseTools.MSBuild.Tasks;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A property is told in three places: its value, an output of the task, and a line in the targets. None may be missing.</summary>
[TestClass]
public sealed class PropertyOutputsTests
{
    /// <summary>Of the build, not of its version.</summary>
    private const string InCi = "_ReleaseToolsInCi";

    [TestMethod]
    public void Every_property_is_an_output_of_the_task_and_set_by_the_targets()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.4" }""").Commit("feat: begin");
        var values = VersionProperties.Of(FoundVersion.OfGit(repository.Path)).Select(property => property.Name).Append(InCi).Order(StringComparer.Ordinal).ToArray();

        var outputs = typeof(GetReleaseVersion).GetProperties()
            .Where(property => property.GetCustomAttribute<OutputAttribute>() is not null && property.Name != nameof(GetReleaseVersion.Properties))
            .Select(property => property.Name).Order(StringComparer.Ordinal).ToArray();
        var lines = XDocument.Load(Path.Combine(SourceTree.Root, "src", "ReleaseTools.MSBuild", "build", "ReleaseTools.MSBuild.targets"))
            .Descendants(nameof(GetReleaseVersion)).Elements("Output")
            .Select(output => (Parameter: output.Attribute("TaskParameter")!.Value, Property: output.Attribute("PropertyName")!.Value)).ToArray();

        CollectionAssert.AreEqual(values, lines.Select(line => line.Property).Order(StringComparer.Ordinal).ToArray());
        CollectionAssert.AreEqual(outputs, lines.Select(line => line.Parameter).Order(StringComparer.Ordinal).ToArray());
    }
}
