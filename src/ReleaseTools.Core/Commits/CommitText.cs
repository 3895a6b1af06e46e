using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>The lines of a commit message as git will record them, each with its place in the file it came from.</summary>
/// <param name="Name">How diagnostics name the message: its file, or its commit.</param>
/// <param name="Lines">Without blank lines at the start and the end.</param>
internal sealed record CommitText(string Name, ImmutableArray<MessageLine> Lines)
{
    /// <summary>What stands behind the sign of a comment in the line at which git cuts.</summary>
    public const string Scissors = " ------------------------ >8 ------------------------";

    public static CommitText From(string name, string text, MessageCleanup? cleanup = null)
    {
        cleanup ??= MessageCleanup.None;
        var cut = cleanup.ScissorsPrefix is { } prefix ? prefix + Scissors : null;

        var kept = new List<MessageLine>();
        var number = 0;

        foreach (var line in EcmaText.Lines(text))
        {
            number++;

            if (cut is not null && line == cut)
            {
                break;
            }

            if (!(cleanup.CommentPrefix is { } prefixOfComment && line.StartsWith(prefixOfComment, StringComparison.Ordinal)) && !IsSignatureReport(line))
            {
                kept.Add(new(number, line));
            }
        }

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
    private static bool IsSignatureReport(string line) => line.Contains("gpg:", StringComparison.Ordinal) && line.AsSpan(EcmaText.SkipSpace(line, 0)).StartsWith("gpg:", StringComparison.Ordinal);

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);
}
