namespace ReleaseTools.Commits;

/// <summary>What git takes out of a message file before it records the message. A hook sees the file before that.</summary>
/// <param name="CommentPrefix">Lines that begin with it go; null where they stay.</param>
/// <param name="ScissorsPrefix">What stands before the line that cuts off the rest; null where nothing is cut off.</param>
internal sealed record MessageCleanup(string? CommentPrefix, string? ScissorsPrefix)
{
    /// <summary>For messages that are recorded as they are, or were recorded already.</summary>
    public static MessageCleanup None { get; } = new(null, null);

    private const string AutomaticPrefixes = "#;@!$%^&|:";

    /// <summary>What a commit's settings mean.</summary>
    /// <param name="mode"><c>commit.cleanup</c>, where it is set.</param>
    /// <param name="prefix"><c>core.commentString</c> or <c>core.commentChar</c>, where one is set.</param>
    /// <param name="isEdited">Whether an editor was opened. Without one nobody wrote a comment: <c>git commit -m "#12 …"</c> keeps the line.</param>
    /// <param name="text">The file, which shows what <c>auto</c> chose.</param>
    public static MessageCleanup For(string? mode, string? prefix, bool isEdited, string text)
    {
        var comment = prefix switch
        {
            null or "" => "#",
            "auto" => Chosen(text),
            _ => prefix,
        };

        return mode switch
        {
            "verbatim" or "whitespace" => None,
            "scissors" => isEdited ? new(null, comment) : None,
            "strip" => new(comment, comment),
            _ => isEdited ? new(comment, comment) : None,
        };
    }

    /// <summary>git's hints stand at the end of the file, so the last line that can be a comment shows the prefix.</summary>
    private static string Chosen(string text)
    {
        var last = text.Split('\n').LastOrDefault(line => line.Length > 0 && AutomaticPrefixes.Contains(line[0]));
        return last is null ? "#" : last[..1];
    }
}
