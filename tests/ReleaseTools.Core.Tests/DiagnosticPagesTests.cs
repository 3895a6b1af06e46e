using System.Reflection;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class DiagnosticPagesTests
{
    public static IEnumerable<object[]> Methods => All.Select(method => new object[] { $"{method.DeclaringType!.Name}.{method.Name}" });

    private static IEnumerable<MethodInfo> All => typeof(Diagnostic).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Diagnostics", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(Diagnostic));

    [TestMethod]
    [DynamicData(nameof(Methods))]
    public void Every_diagnostic_has_a_page_that_explain_can_print(string name)
    {
        var diagnostic = Make(All.Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name));

        var page = Testing.ReleaseCommand.Run(Environment.CurrentDirectory, "explain", diagnostic.Code);

        Assert.AreEqual(0, page.ExitCode, page.All);
        StringAssert.StartsWith(page.Output, $"# {diagnostic.Code}: ", "docs/errors holds a page per code");
        StringAssert.Contains(page.Output, "## What to do");
    }

    [TestMethod]
    public void No_code_is_used_twice()
    {
        var codes = All.Select(method => Make(method).Code).ToArray();

        CollectionAssert.AreEqual(codes.Distinct().Order().ToArray(), codes.Order().ToArray());
    }

    [TestMethod]
    public void Every_page_belongs_to_a_diagnostic()
    {
        var codes = All.Select(method => Make(method).Code).ToHashSet();

        var listed = Testing.ReleaseCommand.Run(Environment.CurrentDirectory, "explain").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]).ToArray();

        CollectionAssert.AreEquivalent(codes.ToArray(), listed);
    }

    [TestMethod]
    public void Every_message_says_what_is_so_and_then_what_to_do()
    {
        foreach (var message in All.Select(method => Make(method).Message))
        {
            StringAssert.EndsWith(message.TrimEnd('?', ')'), message.EndsWith('?') ? "" : ".", message);
            Assert.IsFalse(message.Contains("please", StringComparison.OrdinalIgnoreCase), message);
            Assert.IsFalse(message.Contains("failed to", StringComparison.OrdinalIgnoreCase), message);
        }
    }

    private static Diagnostic Make(MethodInfo method) =>
        (Diagnostic)method.Invoke(null, [.. method.GetParameters().Select(Value)])!;

    private static object? Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "example",
        var type when type == typeof(SourceSpot) => new SourceSpot("version.json", 1, 1),
        var type when type.IsValueType => Activator.CreateInstance(type),
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { "example" },
        _ => null,
    };
}
