namespace ReleaseTools.Changelog;

/// <summary>What a release can put where people get it.</summary>
internal enum ArtefactKind
{
    /// <summary>A container image.</summary>
    Image,

    /// <summary>A Helm chart.</summary>
    Chart,

    /// <summary>A package of NuGet.</summary>
    NuGet,

    /// <summary>A .NET tool, which is a package of NuGet as well.</summary>
    Tool,

    /// <summary>A package of npm.</summary>
    Npm,
}
