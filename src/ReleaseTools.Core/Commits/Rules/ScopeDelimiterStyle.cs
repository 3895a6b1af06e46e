using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>Scopes are kept apart by the delimiters the repository uses, or by others.</summary>
internal sealed class ScopeDelimiterStyle : ILintRule
{
    public string Name => "scope-delimiter-style";

    public RuleValueKind Takes => RuleValueKind.Texts;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Scope(message);
        var allowed = ScopeDelimiters.Of(setting.Value.Texts);

        if (!part.IsEmpty && Written(part.Text).All(allowed.Contains) == setting.IsNever)
        {
            yield return RuleDiagnostics.ScopeDelimiterStyle(part.Spot, setting.IsNever, allowed);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"scope delimiters {setting.Must} be one of [{string.Join(", ", ScopeDelimiters.Of(setting.Value.Texts))}]";

    /// <summary>Runs of what belongs to no word; blanks around a comma do not count.</summary>
    private static IEnumerable<string> Written(string scope)
    {
        for (var start = 0; start < scope.Length; start++)
        {
            var end = start;

            while (end < scope.Length && !EcmaText.IsWord(scope[end]) && scope[end] != '-')
            {
                end++;
            }

            if (end > start)
            {
                yield return EcmaText.Trim(scope[start..end]) == "," ? "," : scope[start..end];
                start = end;
            }
        }
    }
}
