using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>Project files of .NET and the properties they share: the one <c>Version</c>.</summary>
internal sealed class ProjectFileStamper : IStamper
{
    private static readonly XmlPathStamper Version = XmlPathStamper.Read("Project/PropertyGroup/Version")!;

    public bool Reads(ReadOnlySpan<char> path) => Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj" or ".props";

    public ImmutableArray<StampValue> Find(SourceText source, string version) => Version.Find(source, version);
}
