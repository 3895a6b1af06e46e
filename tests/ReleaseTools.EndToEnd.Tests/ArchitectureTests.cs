using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReleaseTools.Tests;

/// <summary>Holds the arrows of docs/architecture.md.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    /// <summary>Inside Core: a folder, and the folders it may know.</summary>
    private static readonly Dictionary<string, string[]> Knows = new()
    {
        ["Diagnostics"] = ["Git"],
        ["Git"] = [],
        ["Text"] = ["Diagnostics"],
        ["Versioning"] = ["Git", "Text", "Diagnostics", "Images"],
        ["Images"] = ["Versioning"],
        ["Commits"] = ["Git", "Text", "Diagnostics"],
        ["Stamping"] = ["Versioning", "Text", "Diagnostics"],
        ["Changelog"] = ["Commits", "Git", "Text", "Diagnostics"],
        ["Hooks"] = ["Diagnostics"],
    };

    private static Assembly Core => typeof(Diagnostics.Diagnostic).Assembly;

    [TestMethod]
    public void Core_knows_no_other_assembly_of_ours() =>
        Assert.IsFalse(Core.GetReferencedAssemblies().Any(name => name.Name!.StartsWith("ReleaseTools", StringComparison.Ordinal)));

    [TestMethod]
    public void Adapters_know_only_Core() => CollectionAssert.AreEqual(
        new[] { "ReleaseTools.Core" },
        typeof(Adapters.Git.GitProcess).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("ReleaseTools", StringComparison.Ordinal)).ToArray());

    [TestMethod]
    public void Each_folder_of_Core_knows_only_those_below_it()
    {
        var wrong =
            from type in Core.GetTypes()
            where Folder(type) is not null
            from known in Mentioned(type)
            let folder = Folder(known)
            where folder is not null && folder != Folder(type) && !Knows.GetValueOrDefault(Folder(type)!, []).Contains(folder)
            select $"{type.FullName} knows {known.FullName}";

        Assert.AreEqual("", string.Join('\n', wrong.Distinct()));
    }

    [TestMethod]
    public void Nothing_is_public_but_what_MSBuild_must_see()
    {
        var open = new[] { Core, typeof(Adapters.Git.GitProcess).Assembly, typeof(Cli.CommandLine).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsPublic: true } && !type.IsDefined(typeof(CompilerGeneratedAttribute)));

        Assert.AreEqual("", string.Join('\n', open.Select(type => type.FullName)));
    }

    private static string? Folder(Type type) =>
        type.Namespace is { } name && name.StartsWith("ReleaseTools.", StringComparison.Ordinal) && type.Assembly == Core ? name.Split('.')[1] : null;

    /// <summary>The types in the signatures of a type's members. Bodies are left to the reader.</summary>
    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

        return type.GetInterfaces()
            .Append(type.BaseType ?? typeof(object))
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType
        ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type.HasElementType ? type.GetElementType()! : type];
}
