namespace ReleaseTools.Versioning;

/// <summary>Where a build number carries the commit.</summary>
internal enum CommitIdWhere
{
    BuildMetadata,
    FourthVersionComponent,
}
