namespace ReleaseTools.Commits;

/// <summary>What in a repository gives its commits their scopes.</summary>
internal enum ScopeSource
{
    /// <summary>The projects of the solutions in its root.</summary>
    Projects,

    /// <summary>Its Helm charts.</summary>
    Charts,

    /// <summary>The npm packages that the root's package.json or lerna.json lists.</summary>
    Workspaces,
}
