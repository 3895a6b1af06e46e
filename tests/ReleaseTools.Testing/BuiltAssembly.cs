using System.Diagnostics;
using System.Reflection;

namespace ReleaseTools.Testing;

/// <summary>The versions an assembly carries, read back from its file.</summary>
internal sealed record BuiltAssembly(string AssemblyVersion, string FileVersion, string InformationalVersion)
{
    public static BuiltAssembly Read(string path)
    {
        var info = FileVersionInfo.GetVersionInfo(path);
        return new(AssemblyName.GetAssemblyName(path).Version!.ToString(), info.FileVersion!, info.ProductVersion!);
    }
}
