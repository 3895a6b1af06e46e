using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The scopes are some of those the repository uses, or none of them.</summary>
internal sealed class ScopeEnum : ILintRule
{
    public string Name => "scope-enum";

    public RuleValueKind Takes => RuleValueKind.Scopes;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Scope(message);

        if (!part.IsEmpty && setting.Value.Texts is not [] && Fails(part.Text, setting))
        {
            yield return RuleDiagnostics.ScopeEnum(part.Spot, part.Text, setting.IsNever, setting.Value.Texts);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"scope {setting.Must} be one of [{string.Join(", ", setting.Value.Texts)}]";

    private static bool Fails(string scope, RuleSetting setting)
    {
        var scopes = ScopeDelimiters.Split(scope, setting.Value.Delimiters);
        var isWhole = setting.Value.Texts.Contains(scope);
        return setting.IsNever ? isWhole || scopes.Any(setting.Value.Texts.Contains) : !isWhole && !scopes.All(setting.Value.Texts.Contains);
    }
}
