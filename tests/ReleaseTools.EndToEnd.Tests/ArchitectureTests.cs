using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReleaseTools.Tests;

/// <summary>Holds the arrows of docs/architecture.md. Those of the task's assembly are held beside its package.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    /// <summary>Inside Core, from below: a folder, and the folders it knows. None knows one that stands after it, so there is no circle.</summary>
    private static readonly (string Folder, string[] Knows)[] Arrows =
    [
        ("Git", []),
        ("Diagnostics", ["Git"]),
        ("Text", ["Diagnostics"]),
        ("Versioning", ["Git", "Text", "Diagnostics"]),
        ("Images", ["Versioning", "Text", "Diagnostics"]),
        ("Handover", ["Images", "Versioning", "Git", "Text", "Diagnostics"]),
        ("Commits", ["Text", "Diagnostics"]),
        ("Stamping", ["Images", "Versioning", "Text", "Diagnostics"]),
        ("Changelog", ["Versioning", "Commits", "Git", "Text", "Diagnostics"]),
        ("Charts", ["Changelog", "Images", "Text", "Diagnostics"]),
        ("Releasing", ["Changelog", "Versioning", "Commits", "Git", "Text", "Diagnostics"]),
        ("Hooks", ["Versioning", "Git", "Text", "Diagnostics"]),
        ("Constants", []),
    ];

    private static Assembly Core => typeof(Diagnostics.Diagnostic).Assembly;

    private static Assembly Adapters => typeof(Adapters.Git.GitProcess).Assembly;

    private static Assembly Cli => typeof(Cli.CommandLine).Assembly;

    [TestMethod]
    public void Core_knows_no_other_assembly_of_ours() => Assert.AreEqual("", Ours(Core));

    [TestMethod]
    public void Adapters_know_only_Core() => Assert.AreEqual("ReleaseTools.Core", Ours(Adapters));

    [TestMethod]
    public void The_tool_knows_Adapters_and_Core_and_no_MSBuild() => Assert.AreEqual("ReleaseTools.Adapters ReleaseTools.Core", Ours(Cli));

    [TestMethod]
    public void Each_folder_of_Core_knows_those_it_is_said_to_know_and_no_other()
    {
        var known = (
            from type in Core.GetTypes()
            let folder = Folder(type)
            where folder is not null
            from mentioned in MentionedTypes.In(type)
            let other = Folder(mentioned)
            where other is not null && other != folder
            select (Arrow: $"{folder} -> {other}", Text: $"{folder} -> {other}: {type.FullName} knows {mentioned.FullName}")).ToArray();
        var said = Arrows.SelectMany(arrow => arrow.Knows.Select(other => $"{arrow.Folder} -> {other}")).ToArray();

        Assert.AreEqual("", string.Join('\n', known.Where(one => !said.Contains(one.Arrow)).Select(one => one.Text)), "known and not said");
        Assert.AreEqual("", string.Join('\n', said.Except(known.Select(one => one.Arrow))), "said and not known");
    }

    [TestMethod]
    public void No_folder_of_Core_knows_one_above_it()
    {
        var order = Arrows.Select(arrow => arrow.Folder).ToList();

        Assert.AreEqual("", string.Join('\n', Arrows.SelectMany(arrow => arrow.Knows.Where(other => order.IndexOf(other) >= order.IndexOf(arrow.Folder)).Select(other => $"{arrow.Folder} -> {other}"))));
    }

    [TestMethod]
    public void What_the_code_of_a_method_names_counts_as_known() =>
        CollectionAssert.Contains(MentionedTypes.In(typeof(Versioning.VersionFiles)).ToArray(), typeof(Diagnostics.ConfigurationDiagnostics), "it only calls it");

    [TestMethod]
    public void Every_type_is_internal_and_no_class_is_open_by_accident()
    {
        var open = new[] { Core, Adapters, Cli }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !IsGenerated(type) && (type.IsPublic || type is { IsClass: true, IsSealed: false, IsAbstract: false }));

        Assert.AreEqual("", string.Join('\n', open.Select(type => type.FullName)));
    }

    private static string Ours(Assembly assembly) =>
        string.Join(' ', assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("ReleaseTools", StringComparison.Ordinal) || name == "dotnet-release").Order());

    private static string? Folder(Type type) =>
        type.Namespace is { } name && name.StartsWith("ReleaseTools.", StringComparison.Ordinal) && type.Assembly == Core ? name.Split('.')[1] : null;

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || (type.DeclaringType is { } outer && IsGenerated(outer)) || type.Namespace?.StartsWith("ReleaseTools", StringComparison.Ordinal) != true;
}
