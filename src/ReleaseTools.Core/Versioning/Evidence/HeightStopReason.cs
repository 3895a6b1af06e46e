namespace ReleaseTools.Versioning.Evidence;

/// <summary>What ends a path.</summary>
internal enum HeightStopReason
{
    /// <summary>The version restarts the height.</summary>
    OtherVersion,

    NoVersionFile,

    /// <summary>There is a version file, and it gives no version.</summary>
    NoVersion,

    /// <summary>There is a version file that nobody can read.</summary>
    Unreadable,
}
