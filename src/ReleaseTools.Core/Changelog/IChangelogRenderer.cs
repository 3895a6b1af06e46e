using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>One form of a changelog: its usual headings, and how it is written.</summary>
internal interface IChangelogRenderer
{
    /// <summary>As <c>--format</c> names it.</summary>
    string Name { get; }

    ImmutableArray<SectionRule> Rules { get; }

    /// <summary>What a new file begins with, before the first version; null where this form is none for files.</summary>
    string? Preamble { get; }

    /// <summary>How the heading of a version is written where nobody says it; null where this form has none.</summary>
    LineTemplate? Title { get; }

    /// <summary>The text, with a line end after the last line.</summary>
    string Render(Changelog changelog, ChangelogStyle style);
}
