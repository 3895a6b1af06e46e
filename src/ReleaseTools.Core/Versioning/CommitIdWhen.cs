namespace ReleaseTools.Versioning;

/// <summary>Which builds carry the commit in their build number.</summary>
internal enum CommitIdWhen
{
    Always,
    NonPublicReleaseOnly,
    Never,
}
