namespace ReleaseTools.Versioning;

/// <summary>Which number goes up behind a release.</summary>
internal enum TagIncrement
{
    Major,
    Minor,
    Patch,
}
