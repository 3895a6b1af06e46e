using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The type is one of those the repository uses, letter by letter.</summary>
internal sealed class TypeEnum(ImmutableArray<string> allowed) : ILintRule
{
    public string Name => "type-enum";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Conventional?.Type is { } type && !allowed.Contains(type.Text))
        {
            yield return LintDiagnostics.TypeEnum(message.At(message.Header, type.Start), type.Text, allowed);
        }
    }
}
