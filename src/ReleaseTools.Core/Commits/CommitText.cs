using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>The lines of a commit message as git will record them, each with its place in the file it came from.</summary>
/// <param name="Name">How diagnostics name the message: its file, or its commit.</param>
/// <param name="Lines">Without blank lines at the start and the end.</param>
internal sealed record CommitText(string Name, ImmutableArray<MessageLine> Lines)
{
    private const string Scissors = " ------------------------ >8 ------------------------";

    public static CommitText From(string name, string text, MessageCleanup? cleanup = null)
    {
        cleanup ??= MessageCleanup.None;
        var cut = cleanup.ScissorsPrefix is { } prefix ? prefix + Scissors : null;

        var kept = EcmaText.Lines(text)
            .Select((line, index) => new MessageLine(index + 1, line))
            .TakeWhile(line => cut is null || line.Text != cut)
            .Where(line => cleanup.CommentPrefix is null || !line.Text.StartsWith(cleanup.CommentPrefix, StringComparison.Ordinal))
            .Where(line => !IsSignatureReport(line.Text))
            .ToList();

        // Like git, which drops lines of white space at both ends.
        var first = kept.FindIndex(line => !IsBlank(line.Text));
        var last = kept.FindLastIndex(line => !IsBlank(line.Text));

        if (first < 0)
        {
            return new(name, []);
        }

        kept[last] = kept[last] with { Text = kept[last].Text.TrimEnd('\r') };
        return new(name, [.. kept[first..(last + 1)]]);
    }

    /// <summary>What <c>log.showSignature</c> mixes into messages.</summary>
    private static bool IsSignatureReport(string line) => line.AsSpan(EcmaText.SkipSpace(line, 0)).StartsWith("gpg:", StringComparison.Ordinal);

    private static bool IsBlank(string line) => line.All(character => char.IsWhiteSpace(character));
}
