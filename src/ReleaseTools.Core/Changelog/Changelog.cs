using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What a range of commits means to the people who use the product.</summary>
internal sealed record Changelog
{
    /// <summary>The part of the repository it is about, as its folder is called; null for all of it.</summary>
    public string? Component { get; init; }

    /// <summary>The tag of the version the range leads to, or null where it is not released.</summary>
    public required string? Tag { get; init; }

    /// <summary>The version of <see cref="Tag"/>, or null.</summary>
    public SemanticVersion? Version { get; init; }

    /// <summary>The version as it is written in <see cref="Tag"/>, without what stands before it there; null where it is not released.</summary>
    public string? VersionText => Tag is not { } tag ? null
        : Version?.ToFullString() is { } version && tag.EndsWith(version, StringComparison.Ordinal) ? version
        : Enumerable.Range(0, tag.Length).Select(start => tag[start..]).FirstOrDefault(rest => char.IsAsciiDigit(rest[0]) && SemVerSyntax.IsVersion(rest)) ?? tag;

    /// <summary>What stands before the version in <see cref="Tag"/>; null where it is not released.</summary>
    public string? TagPrefix => Tag is { } tag && VersionText is { } version && tag.EndsWith(version, StringComparison.Ordinal) ? tag[..^version.Length] : null;

    /// <summary>The tag of the release before it in the same line, or null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The newest commit; null where there is none.</summary>
    public CommitId? Last { get; init; }

    /// <summary>When the last commit was made; null where there is none.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>Whether somebody named that day.</summary>
    public bool IsDateGiven { get; init; }

    /// <summary>The commits that break something, of whatever type.</summary>
    public required ImmutableArray<ChangelogEntry> Breaking { get; init; }

    /// <summary>Without empty ones, in the order of the rules.</summary>
    public required ImmutableArray<ChangelogSection> Sections { get; init; }

    /// <summary>Who wrote what is told here, each once, those with the most commits first.</summary>
    public ImmutableArray<Contributor> Contributors { get; init; } = [];

    /// <summary>Those of them who wrote nothing before this range; empty where nobody asked.</summary>
    public ImmutableArray<Contributor> FirstTimers { get; init; } = [];

    /// <summary>What became of every commit of the range.</summary>
    public required Accounting Accounting { get; init; }

    /// <summary>How many commits a rule keeps out.</summary>
    public int Hidden => Accounting.Hidden;

    /// <summary>How many commits say nothing a changelog can use. Those that git or a host wrote do not count.</summary>
    public int NotConventional => Accounting.NotConventional;

    public bool IsEmpty => Breaking is [] && Sections is [];
}
