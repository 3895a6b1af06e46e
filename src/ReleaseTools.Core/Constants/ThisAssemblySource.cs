using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Constants.Languages;

namespace ReleaseTools.Constants;

/// <summary>What a program knows of its own version when it is compiled: the source of a class <c>ThisAssembly</c>.</summary>
internal static class ThisAssemblySource
{
    public static ImmutableArray<ISourceLanguage> Languages { get; } =
    [
        new CSharpSource(),
        new VisualBasicSource(),
        new FSharpSource(),
    ];

    /// <summary>Null where it is none of ours.</summary>
    public static ISourceLanguage? FindLanguage(string name) => Languages.FirstOrDefault(language => language.Names.Contains(name.ToLowerInvariant()));

    /// <summary>The same constants always become the same text, whatever their order.</summary>
    public static string Write(ISourceLanguage language, string space, IEnumerable<AssemblyConstant> constants)
    {
        var text = new StringBuilder();
        language.Write(text, space, constants.OrderBy(constant => constant.Name, StringComparer.Ordinal));
        return text.ToString();
    }
}
