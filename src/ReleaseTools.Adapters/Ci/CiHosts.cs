using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
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
    public static CiWord? Listen(Func<string, string?> variable) => All.Select(host => host.Read(Said(variable))).FirstOrDefault(word => word is not null);

    /// <summary>The host that runs this job, or null outside of CI.</summary>
    public static ICiHost? Find(Func<string, string?> variable) => All.FirstOrDefault(host => host.Read(Said(variable)) is not null);

    /// <summary>The host of that name.</summary>
    /// <exception cref="ReleaseException">RT0111: nobody knows it.</exception>
    public static ICiHost Named(string name) => All.FirstOrDefault(host => Short(host).Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ReleaseException(CiDiagnostics.UnknownHost(name, Spelling.Nearest(name, All.Select(Short)), string.Join(", ", All.Select(Short))));

    /// <summary>How a command line names a host.</summary>
    public static string Short(ICiHost host) => host.Name.Replace(' ', '-').ToLowerInvariant();

    /// <summary>A variable that is set and empty says nothing, as one that is not set.</summary>
    public static Func<string, string?> Said(Func<string, string?> variable) => name => variable(name) is { Length: > 0 } value ? value : null;

    private static bool IsOn(string? value) => value is { Length: > 0 } and not "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
