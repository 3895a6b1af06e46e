using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>A part of a commit message that rules are about: its name, its text, and where it begins or would begin.</summary>
internal sealed record MessagePart(string Name, string Text, SourceSpot Spot)
{
    public static MessagePart Header(CommitMessage message) => new("header", message.Header.Text, message.At(message.Header, 0));

    public static MessagePart Type(CommitMessage message) => OfHeader("type", message, message.Conventional?.Type, 0);

    public static MessagePart Scope(CommitMessage message) =>
        OfHeader("scope", message, message.Conventional?.Scope, message.Conventional?.Type?.Text.Length ?? 0);

    public static MessagePart Subject(CommitMessage message) => OfHeader("subject", message, message.Conventional?.Subject, message.Header.Text.IndexOf(':') + 1);

    public static MessagePart Body(CommitMessage message) => OfLines("body", message, message.Body);

    public static MessagePart Footer(CommitMessage message) => OfLines("footer", message, message.Footer);

    /// <summary>Whether the message has none.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>The place so many characters into the part.</summary>
    public SourceSpot After(int characters)
    {
        var before = Text.AsSpan(0, Math.Clamp(characters, 0, Text.Length));
        var lines = before.Count('\n');
        return lines == 0 ? Spot with { Column = Spot.Column + before.Length } : Spot with { Line = Spot.Line + lines, Column = before.Length - before.LastIndexOf('\n') };
    }

    private static MessagePart OfHeader(string name, CommitMessage message, HeaderPart? part, int place) =>
        new(name, part?.Text ?? "", message.At(message.Header, part?.Start ?? place));

    private static MessagePart OfLines(string name, CommitMessage message, ImmutableArray<MessageLine> lines) => lines is [var first, ..]
        ? new(name, string.Join('\n', lines.Select(line => line.Text)).Trim('\r', '\n'), message.At(first, 0))
        : new(name, "", message.At(message.Text.Lines[^1], message.Text.Lines[^1].Text.Length));
}
