using System.Collections.Immutable;
using ReleaseTools.Changelog.Renderers;

namespace ReleaseTools.Changelog;

/// <summary>The forms of a changelog there are, the usual one first.</summary>
internal static class ChangelogRenderers
{
    public static ImmutableArray<IChangelogRenderer> All { get; } =
    [
        new ConventionalRenderer(),
        new KeepAChangelogRenderer(),
        new GitHubRenderer(),
        new JsonRenderer(),
    ];

    /// <summary>How they write the headings of versions.</summary>
    public static IEnumerable<LineTemplate> Titles => All.Select(renderer => renderer.Title).OfType<LineTemplate>();

    public static IChangelogRenderer? Find(string name) => All.FirstOrDefault(renderer => renderer.Name == name);
}
