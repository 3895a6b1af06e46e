namespace ReleaseTools.Versioning;

/// <summary>What became of CI's word on which ref is built.</summary>
internal enum CiStanding
{
    /// <summary>There is no CI.</summary>
    None,

    /// <summary>CI does not say both the ref and its commit.</summary>
    Silent,

    /// <summary>Its commit is the one the version is asked for.</summary>
    Believed,

    /// <summary>It names another commit than the one that is checked out.</summary>
    Disagrees,

    /// <summary>The version is asked for of another commit than the one that is checked out.</summary>
    Elsewhere,
}
