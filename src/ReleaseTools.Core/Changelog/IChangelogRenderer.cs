using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>One form of a changelog: its headings, and how it is written.</summary>
internal interface IChangelogRenderer
{
    /// <summary>As <c>--format</c> names it.</summary>
    string Name { get; }

    ImmutableArray<SectionRule> Rules { get; }

    /// <summary>The text, with a line end after the last line.</summary>
    string Render(Changelog changelog);
}
