namespace ReleaseTools.Changelog;

/// <summary>The rules that keep commits out of a changelog, by the names an account of them uses.</summary>
internal static class HidingRule
{
    /// <summary>The type is under no heading, and the commit breaks nothing.</summary>
    public const string Type = "type";

    /// <summary>Its message says <c>Changelog: skip</c>.</summary>
    public const string Skip = "skip";

    /// <summary>A merge: what it brought speaks for itself.</summary>
    public const string Merge = "merge";

    /// <summary>git, a host or a rebase wrote it.</summary>
    public const string Machine = "machine";

    /// <summary>A label of its pull request is excluded, or has no heading.</summary>
    public const string Label = "label";

    /// <summary>Its author is excluded.</summary>
    public const string Author = "author";

    /// <summary>It changes nothing of the component.</summary>
    public const string Paths = "paths";
}
