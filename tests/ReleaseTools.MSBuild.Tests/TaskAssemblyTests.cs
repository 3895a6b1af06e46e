using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Holds the arrows of docs/architecture.md for the assembly that MSBuild loads, as it lies in the package.</summary>
[TestClass]
public sealed class TaskAssemblyTests
{
    [TestMethod]
    public void It_knows_Adapters_and_Core_and_no_tool()
    {
        using var assembly = Open();
        var metadata = assembly.GetMetadataReader();

        var known = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

        CollectionAssert.AreEqual(
            new[] { "ReleaseTools.Adapters", "ReleaseTools.Core" },
            known.Where(name => name.StartsWith("ReleaseTools", StringComparison.Ordinal) || name == "dotnet-release").Order().ToArray());
    }

    [TestMethod]
    public void Only_its_tasks_are_public_and_every_class_is_sealed_or_abstract()
    {
        using var assembly = Open();
        var metadata = assembly.GetMetadataReader();
        var types = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).ToArray();

        CollectionAssert.AreEqual(
            new[]
            {
                "ReleaseTools.MSBuild.Tasks.CompleteReleaseImage",
                "ReleaseTools.MSBuild.Tasks.FindReleaseImage",
                "ReleaseTools.MSBuild.Tasks.GetReleaseVersion",
                "ReleaseTools.MSBuild.Tasks.ReadSourceDate",
                "ReleaseTools.MSBuild.Tasks.RegistryTask",
                "ReleaseTools.MSBuild.Tasks.ReleaseTask",
                "ReleaseTools.MSBuild.Tasks.StampReleaseFiles",
            },
            types.Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public).Select(Name).Order().ToArray());
        CollectionAssert.AreEqual(
            Array.Empty<string>(),
            types.Where(type => (type.Attributes & (TypeAttributes.Sealed | TypeAttributes.Abstract)) == 0 && Name(type).StartsWith("ReleaseTools", StringComparison.Ordinal)).Select(Name).ToArray());

        string Name(TypeDefinition type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static PEReader Open()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(PackedPackage.Shared.Feed, "*.nupkg").Single());
        using var content = package.GetEntry("tasks/net10.0/ReleaseTools.MSBuild.dll")!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return new PEReader(ImmutableArray.Create(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
