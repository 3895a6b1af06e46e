namespace ReleaseTools.Versioning;

/// <summary>Which number goes up once a release has its branch.</summary>
internal enum VersionIncrement
{
    Major,
    Minor,
    Build,
}
