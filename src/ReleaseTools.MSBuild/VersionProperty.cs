namespace ReleaseTools.MSBuild;

/// <summary>A property of the project. A class, because lists of pairs would be compiled anew in every process of a build.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Value">As it is, nothing escaped.</param>
internal sealed record VersionProperty(string Name, string Value)
{
    /// <summary>Whether only our own targets read it.</summary>
    public bool IsOwn => Name.StartsWith("_ReleaseTools", StringComparison.Ordinal);
}
