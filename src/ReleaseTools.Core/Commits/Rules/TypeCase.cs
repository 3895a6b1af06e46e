using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The type is in lower case. One that begins with a digit passes.</summary>
internal sealed class TypeCase : ILintRule
{
    public string Name => "type-case";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Conventional?.Type is { } type && !char.IsAsciiDigit(type.Text[0]) && type.Text.Any(char.IsAsciiLetterUpper))
        {
            yield return LintDiagnostics.TypeCase(message.At(message.Header, type.Start), type.Text);
        }
    }
}
