namespace ReleaseTools.Versioning;

/// <summary>Which number of a version goes up, from the least to the most.</summary>
internal enum Bump
{
    None,
    Patch,
    Minor,
    Major,
}
