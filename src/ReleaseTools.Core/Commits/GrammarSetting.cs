using System.Collections.Immutable;

namespace ReleaseTools.Commits;

/// <summary>What one configuration says of how messages are taken apart: a preset as a whole, or single options.</summary>
internal sealed record GrammarSetting
{
    /// <summary>Null where only single options are given.</summary>
    public CommitGrammar? Preset { get; init; }

    public HeaderForm? Header { get; init; }

    public ImmutableArray<string>? NoteKeywords { get; init; }

    public ImmutableArray<string>? IssuePrefixes { get; init; }

    public bool? IssuePrefixesCaseSensitive { get; init; }

    public ImmutableArray<string>? ReferenceActions { get; init; }

    public static GrammarSetting Of(CommitGrammar preset) => new() { Preset = preset };

    /// <summary>What holds after another configuration. As in commitlint, a preset replaces what is before it, and options replace a preset.</summary>
    public GrammarSetting Over(GrammarSetting? before) => before is null || Preset is not null || before.Preset is not null
        ? this
        : new()
        {
            Header = Header ?? before.Header,
            NoteKeywords = NoteKeywords ?? before.NoteKeywords,
            IssuePrefixes = IssuePrefixes ?? before.IssuePrefixes,
            IssuePrefixesCaseSensitive = IssuePrefixesCaseSensitive ?? before.IssuePrefixesCaseSensitive,
            ReferenceActions = ReferenceActions ?? before.ReferenceActions,
        };

    public CommitGrammar Resolve() => Preset ?? CommitGrammar.Angular with
    {
        Header = Header ?? CommitGrammar.Angular.Header,
        NoteKeywords = NoteKeywords ?? CommitGrammar.Angular.NoteKeywords,
        IssuePrefixes = IssuePrefixes ?? CommitGrammar.Angular.IssuePrefixes,
        IssuePrefixesCaseSensitive = IssuePrefixesCaseSensitive ?? false,
        ReferenceActions = ReferenceActions ?? CommitGrammar.Angular.ReferenceActions,
    };
}
