using System.Text;

namespace ReleaseTools.Constants;

/// <summary>A language that constants can be written in.</summary>
internal interface ISourceLanguage
{
    /// <summary>As MSBuild's property <c>Language</c> names it, in lower case; and as others do.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Writes the class <c>ThisAssembly</c>.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="space">The namespace; empty for none.</param>
    /// <param name="constants">In this order.</param>
    void Write(StringBuilder text, string space, IEnumerable<AssemblyConstant> constants);
}
