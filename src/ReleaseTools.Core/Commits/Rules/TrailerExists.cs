using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The message has a trailer, as git knows them, or does not have it.</summary>
internal sealed class TrailerExists : ILintRule
{
    public string Name => "trailer-exists";

    public RuleValueKind Takes => RuleValueKind.Text;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var start = setting.Value.Text ?? "";

        // commitlint finds nothing to look for even in a message without trailers.
        if ((start.Length == 0 || Trailers.Read(message.Text).Any(trailer => trailer.StartsWith(start, StringComparison.Ordinal))) == setting.IsNever)
        {
            yield return RuleDiagnostics.TrailerExists(message.At(message.Text.Lines[^1], 0), setting.IsNever, start);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"message {setting.Must} have `{setting.Value.Text}` trailer";
}
