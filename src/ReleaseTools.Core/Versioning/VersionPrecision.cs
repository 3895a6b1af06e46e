namespace ReleaseTools.Versioning;

/// <summary>How many numbers of a version are meant; the rest are zero.</summary>
internal enum VersionPrecision
{
    Major,
    Minor,
    Build,
    Revision,
}
