namespace ReleaseTools.Versioning;

/// <summary>Which commit stands in a version, as its fourth number and behind it.</summary>
internal enum CommitInVersion
{
    /// <summary>The commit the version is asked for.</summary>
    Head,

    /// <summary>The newest commit that counted: where none did since, the version stays what it was.</summary>
    LastCounted,
}
