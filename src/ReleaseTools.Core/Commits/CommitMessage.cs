using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>
/// A commit message taken apart as Conventional Commits 1.0.0 has it, with the place of every part. Every message can be taken
/// apart; one that is not conventional has no <see cref="Conventional"/> parts.
/// </summary>
internal sealed record CommitMessage
{
    private CommitMessage(CommitText text, CommitGrammar grammar)
    {
        Text = text;
        Grammar = grammar;
        Header = text.Lines[0];
        Conventional = ConventionalHeader.Read(Header.Text, grammar.Header);
        var rest = text.Lines[1..];
        var split = rest.TakeWhile(line => !FooterSyntax.Begins(line.Text, grammar)).Count();
        Body = Trimmed(rest[..split]);
        Footer = Trimmed(rest[split..]);
    }

    public CommitText Text { get; }

    /// <summary>By which the message was taken apart.</summary>
    public CommitGrammar Grammar { get; }

    public MessageLine Header { get; }

    /// <summary>The parts of the first line, or null where it is not of the form <c>type(scope): subject</c>.</summary>
    public ConventionalHeader? Conventional { get; }

    /// <summary>Without empty lines around it.</summary>
    public ImmutableArray<MessageLine> Body { get; }

    /// <summary>From the first footer to the end.</summary>
    public ImmutableArray<MessageLine> Footer { get; }

    public string? Type => Conventional?.Type?.Text;

    public string? Scope => Conventional?.Scope?.Text;

    public string? Subject => Conventional?.Subject?.Text;

    /// <summary>Whether the first line has both a type and a subject.</summary>
    public bool IsConventional => Type is not null && Subject is not null;

    public ImmutableArray<CommitFooter> Footers => CommitFooter.Read(Footer);

    /// <summary>What breaks, in the author's words. A mark without a footer says it with its subject.</summary>
    public ImmutableArray<string> BreakingChanges => Footers.Where(footer => footer.IsBreaking && footer.Value.Length > 0).Select(footer => footer.Value).ToImmutableArray() switch
    {
        [] when Conventional is { HasMark: true, Subject: { } subject } => [subject.Text],
        var texts => texts,
    };

    /// <summary>Every issue the message speaks of, once, in order.</summary>
    public ImmutableArray<IssueReference> References =>
    [
        .. Body.Prepend(Header).SelectMany(line => IssueReference.Read(line.Text, isFooter: false))
            .Concat(Footer.SelectMany(line => IssueReference.Read(line.Text, isFooter: true)))
            .DistinctBy(reference => reference.ToString()),
    ];

    /// <summary>Takes a message apart; an empty one has no parts.</summary>
    public static CommitMessage? Read(CommitText text, CommitGrammar? grammar = null) => text.Lines is [] ? null : new(text, grammar ?? CommitGrammar.Conventional);

    public static CommitMessage? Read(string text) => Read(CommitText.From("message", text));

    /// <summary>A place in the message; the column counts from zero.</summary>
    public SourceSpot At(MessageLine line, int column) => new(Text.Name, line.Number, column + 1);

    private static ImmutableArray<MessageLine> Trimmed(ImmutableArray<MessageLine> lines)
    {
        var first = lines.TakeWhile(IsEmpty).Count();
        var last = lines.Reverse().TakeWhile(IsEmpty).Count();
        return first == lines.Length ? [] : lines[first..^last];
    }

    private static bool IsEmpty(MessageLine line) => line.Text.Length == 0;
}
