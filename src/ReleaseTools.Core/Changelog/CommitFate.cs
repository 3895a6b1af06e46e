namespace ReleaseTools.Changelog;

/// <summary>What becomes of a commit in a changelog. Every commit of a range has one of these.</summary>
internal enum CommitFate
{
    /// <summary>It has an entry, or more than one.</summary>
    Shown,

    /// <summary>A rule keeps it out.</summary>
    Hidden,

    /// <summary>Another commit's entry speaks for it.</summary>
    Merged,

    /// <summary>A revert took it back, or it is that revert.</summary>
    Cancelled,

    /// <summary>Its message says nothing a changelog can use.</summary>
    NotConventional,
}
