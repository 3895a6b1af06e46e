using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace ReleaseTools.Tests;

/// <summary>The real engine of nbgv, loaded into this process from its npm package: the same answers without a start-up for each.</summary>
internal static class NbgvEngine
{
    private const string Library = "nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/Nerdbank.GitVersioning.dll";

    private static readonly Lazy<Assembly> Loaded = new(Load);

    /// <summary>Ends the test where there is no nbgv to ask.</summary>
    public static void Require() => Peer.Require(Library);

    /// <summary>Every form by name, or the words of the exception it ended with under <c>error</c>.</summary>
    public static IReadOnlyDictionary<string, string> Ask(string folder, IEnumerable<string> forms)
    {
        try
        {
            return With(folder, oracle => forms.Select(form => (form, property: oracle.GetType().GetProperty(form)))
                .Where(found => found.property is not null)
                .ToDictionary(found => found.form, found => Say(found.property!.GetValue(oracle))));
        }
        catch (TargetInvocationException thrown)
        {
            return new Dictionary<string, string> { ["error"] = thrown.InnerException!.Message };
        }
    }

    /// <summary>The variables it would set in CI, by the oracle's name for the list.</summary>
    public static IReadOnlyDictionary<string, string> Variables(string folder, string list) =>
        With(folder, oracle => (IReadOnlyDictionary<string, string>)oracle.GetType().GetProperty(list)!.GetValue(oracle)!);

    public static string Say(object? value) => value switch
    {
        DateTimeOffset date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static T With<T>(string folder, Func<object, T> ask)
    {
        var contextType = Loaded.Value.GetType("Nerdbank.GitVersioning.GitContext", throwOnError: true)!;
        var create = contextType.GetMethods().Single(method => method.Name == "Create" && method.GetParameters().Length == 3);
        var engine = Enum.Parse(create.GetParameters()[2].ParameterType, "ReadOnly");
        using var context = (IDisposable)create.Invoke(null, [folder, null, engine])!;
        return ask(Activator.CreateInstance(Loaded.Value.GetType("Nerdbank.GitVersioning.VersionOracle", throwOnError: true)!, context, null, null)!);
    }

    private static Assembly Load()
    {
        var path = Peer.Require(Library);
        var context = new AssemblyLoadContext("nbgv");
        context.Resolving += (own, name) => Path.Combine(Path.GetDirectoryName(path)!, name.Name + ".dll") is var file && File.Exists(file) ? own.LoadFromAssemblyPath(file) : null;
        return context.LoadFromAssemblyPath(path);
    }
}
