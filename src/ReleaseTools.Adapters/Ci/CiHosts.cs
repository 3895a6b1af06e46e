using System.Collections.Immutable;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>The CI hosts this product knows. The first that recognises its environment speaks.</summary>
internal static class CiHosts
{
    public static ImmutableArray<ICiHost> All { get; } =
    [
        new AppVeyor(),
        new AzurePipelines(),
        new GitHubActions(),
        new TeamCity(),
        new Jenkins(),
        new GitLab(),
        new Bitbucket(),
    ];

    /// <summary>Whether this is a build of some CI host, known to us or not: nearly all set <c>CI</c>, Microsoft's <c>TF_BUILD</c>.</summary>
    public static bool IsCi(Func<string, string?> variable) =>
        Listen(variable) is not null || IsOn(variable("CI")) || IsOn(variable("TF_BUILD"));

    /// <summary>What CI says, or null outside of it.</summary>
    public static CiWord? Listen(Func<string, string?> variable)
    {
        // A variable that is set and empty says nothing, as one that is not set.
        string? Said(string name) => variable(name) is { Length: > 0 } value ? value : null;

        return All.Select(host => host.Read(Said)).FirstOrDefault(word => word is not null);
    }

    private static bool IsOn(string? value) => value is { Length: > 0 } and not "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
