using System.Buffers;
using System.Globalization;
using System.Text;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The subject is in a case, or is not. One that begins with no cased letter passes.</summary>
internal sealed class SubjectCase : ILintRule
{
    public string Name => "subject-case";

    public RuleValueKind Takes => RuleValueKind.Cases;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Subject(message);

        if (BeginsWithCasedLetter(part.Text) && CaseCheck.Fails(part.Text, setting))
        {
            yield return LintDiagnostics.SubjectCase(part.Spot, setting.IsNever, CaseCheck.Names(part.Text, setting));
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => CaseCheck.Words("subject", CaseCheck.Names(MessagePart.Subject(message).Text, setting), setting);

    private static bool BeginsWithCasedLetter(string text) =>
        Rune.DecodeFromUtf16(text, out var first, out _) == OperationStatus.Done
        && Rune.GetUnicodeCategory(first) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
