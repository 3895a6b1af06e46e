using System.Collections.Immutable;

namespace ReleaseTools.Hooks;

/// <summary>How git finds the hooks of a repository, and what it finds.</summary>
internal sealed record HookFacts
{
    /// <summary><c>core.hooksPath</c>, or null where it is not set.</summary>
    public required string? ConfiguredPath { get; init; }

    /// <summary>Which of git's configurations sets it: local, worktree, global, system or command.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether the setting is ours: a mark beside it says so. What somebody else set is never unset.</summary>
    public bool IsSettingOurs { get; init; }

    /// <summary>The main working tree, where this is one that is linked to it; null where this is the main one, or there is none.</summary>
    public string? MainTree { get; init; }

    /// <summary>The other working trees that have hooks which the setting makes git run; looked for where the setting is ours.</summary>
    public ImmutableArray<string> OtherTrees { get; init; } = [];

    /// <summary>The folder git takes hooks from, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the scripts are that generated hooks of husky (npm) start with a shell; null without husky.</summary>
    public string? StartedFolder { get; init; }

    /// <summary>The folder the hooks of this product stand in, absolute.</summary>
    public required string HuskyFolder { get; init; }

    /// <summary>The file that says which line ends the hooks in that folder have; null where there is none.</summary>
    public HookFile? Attributes { get; init; }

    /// <summary>Whether nothing can be checked out here, so that nobody commits.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether package.json asks for husky (npm) and its folder holds hooks that git alone would not run: nobody ran its prepare script here.</summary>
    public bool IsHuskyUnprepared { get; init; }

    /// <summary>Which of these folders are something else, such as a file or a device, so that no hook can be in them.</summary>
    public IReadOnlyCollection<string> NoFolders { get; init; } = [];

    /// <summary>The hooks in git's folder, by name; its samples do not count.</summary>
    public required IReadOnlyCollection<string> Hooks { get; init; }

    /// <summary>Those of our hooks' files that there are in any of the folders above, by path.</summary>
    public required IReadOnlyDictionary<string, HookFile> Scripts { get; init; }
}
