using System.Buffers;
using System.Globalization;
using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>The subject is not in sentence, start, Pascal or upper case. One that begins with no cased letter passes.</summary>
internal sealed class SubjectCase : ILintRule
{
    public string Name => "subject-case";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        // All four of the cases begin with an upper-case letter, and sentence case asks for nothing more.
        if (message.Conventional?.Subject is { } subject && BeginsWithCasedLetter(subject.Text) && EcmaText.IsUpperCase(subject.Text[0]))
        {
            yield return LintDiagnostics.SubjectCase(message.At(message.Header, subject.Start));
        }
    }

    private static bool BeginsWithCasedLetter(string text) =>
        Rune.DecodeFromUtf16(text, out var first, out _) == OperationStatus.Done
        && Rune.GetUnicodeCategory(first) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
