using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>The last line signs the message off, or does not. Comments and where a commit was picked from do not count.</summary>
internal sealed class SignedOffBy : ILintRule
{
    public string Name => "signed-off-by";

    public RuleValueKind Takes => RuleValueKind.Text;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var start = setting.Value.Text ?? "";
        var last = message.Text.Lines.Last();
        var lines = message.Text.Lines.Where(line => line.Text.Length > 0 && !line.Text.StartsWith('#') && !IsPick(EcmaText.Trim(line.Text))).ToArray();
        var isSigned = lines is [.., var signed] && signed.Text.StartsWith(start, StringComparison.Ordinal);

        if (isSigned == setting.IsNever)
        {
            yield return RuleDiagnostics.SignedOffBy(message.At(last, 0), setting.IsNever, start);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"message {setting.Must} be signed off";

    /// <summary><c>^\(cherry picked from commit [0-9a-f]{7,64}\)$</c>, in any case.</summary>
    private static bool IsPick(string line) =>
        line.StartsWith(Picked, StringComparison.OrdinalIgnoreCase)
        && line.EndsWith(')')
        && line[Picked.Length..^1] is { Length: >= 7 and <= 64 } commit
        && commit.All(char.IsAsciiHexDigit);

    private const string Picked = "(cherry picked from commit ";
}
