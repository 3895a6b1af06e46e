using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>Finds the first line somebody meant to write.</summary>
internal static class HeaderCorrection
{
    /// <summary>A line that the rules accept before the rest of the message, or null where only the author knows one.</summary>
    public static string? For(CommitText text, LintConfiguration configuration)
    {
        var header = text.Lines[0].Text;
        var line = EcmaText.Trim(header).Replace('：', ':');

        return new[] { WithType(line), WithFirstWordAsType(line), WithTypeOfVerb(line) }
            .FirstOrDefault(candidate => candidate is { Length: > 0 } && candidate != header && IsAccepted(candidate, text, configuration));
    }

    private static bool IsAccepted(string header, CommitText text, LintConfiguration configuration) =>
        LintReport.Judge(text with { Lines = text.Lines.SetItem(0, text.Lines[0] with { Text = header }) }, configuration).Findings.All(finding => finding.HeaderPart < 0);

    /// <summary><c>Feature(Api) ! :Add x.</c></summary>
    private static string? WithType(string line)
    {
        var colon = line.IndexOf(':');

        if (colon <= 0)
        {
            return null;
        }

        var left = line[..colon].TrimEnd();
        var mark = left.EndsWith('!') ? "!" : "";
        left = left.TrimEnd('!').TrimEnd();
        var open = left.IndexOf('(');
        var scope = open > 0 && left.EndsWith(')') ? $"({left[(open + 1)..^1].Trim()})" : "";
        var type = CommitTypes.Meant((scope.Length > 0 ? left[..open] : left).Trim(' ', '[', ']', '*'));
        return type is null ? null : Compose($"{type}{(scope == "()" ? "" : scope)}{mark}", line[(colon + 1)..]);
    }

    /// <summary><c>[feat] add x</c>, <c>fix - x</c></summary>
    private static string? WithFirstWordAsType(string line)
    {
        var (first, after) = Split(line);
        return CommitTypes.Exactly(first.Trim('[', ']', '(', ')', '-', '*')) is { } type ? Compose(type, after.TrimStart(' ', '-', ':')) : null;
    }

    /// <summary><c>Added x</c></summary>
    private static string? WithTypeOfVerb(string line) => CommitTypes.OfVerb(Split(line).First) is { } type ? Compose(type, line) : null;

    private static string Compose(string prefix, string subject)
    {
        var text = EcmaText.Trim(subject);
        text = text.EndsWith('.') && !text.EndsWith("...", StringComparison.Ordinal) ? EcmaText.Trim(text.TrimEnd('.')) : text;
        return $"{prefix}: {Lowered(text)}";
    }

    /// <summary>With a small first letter; a first word in capitals becomes small as a whole.</summary>
    private static string Lowered(string subject)
    {
        var (first, _) = Split(subject);
        var length = first.Length > 1 && first.Equals(first.ToUpperInvariant(), StringComparison.Ordinal) ? first.Length : Math.Min(1, first.Length);
        return subject[..length].ToLowerInvariant() + subject[length..];
    }

    private static (string First, string After) Split(string text) =>
        text.IndexOf(' ') is > 0 and var end ? (text[..end], text[(end + 1)..]) : (text, "");
}
