namespace ReleaseTools.Changelog;

/// <summary>The update of a dependency, as dependabot and renovate announce it.</summary>
/// <param name="Name">What was updated, and where it is said in which folder.</param>
/// <param name="From">The version before, or null where it is not said.</param>
/// <param name="To">The version after.</param>
internal sealed record DependencyUpdate(string Name, string? From, string To);
