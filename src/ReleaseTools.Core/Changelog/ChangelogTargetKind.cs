namespace ReleaseTools.Changelog;

/// <summary>The ways to name the commits of a changelog.</summary>
internal enum ChangelogTargetKind
{
    /// <summary>Everything since the last release.</summary>
    Unreleased,

    /// <summary>What came with the last release.</summary>
    Latest,

    /// <summary>What came with a release.</summary>
    Release,

    /// <summary>From one commit to another.</summary>
    Range,

    /// <summary>The whole history, release by release.</summary>
    All,
}
