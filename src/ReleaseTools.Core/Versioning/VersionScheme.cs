namespace ReleaseTools.Versioning;

/// <summary>How the version of a commit is worked out.</summary>
internal enum VersionScheme
{
    /// <summary>The written version, and the commits since it was set, as Nerdbank.GitVersioning counts them.</summary>
    Height,

    /// <summary>The release tag on the commit, or the next prerelease after the release behind it, as MinVer has it.</summary>
    Tags,
}
