namespace ReleaseTools.Versioning;

/// <summary>What becomes of a pushed tag that names no release.</summary>
internal enum OtherTags
{
    /// <summary>It stays here: a misspelt release tag looks like one.</summary>
    Refuse,

    /// <summary>It is no business of ours.</summary>
    Allow,
}
