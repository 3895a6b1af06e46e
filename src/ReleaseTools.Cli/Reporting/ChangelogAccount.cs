using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints what became of every commit of a changelog.</summary>
internal static class ChangelogAccount
{
    public static void Write(TextWriter output, ImmutableArray<Changelog.Changelog> told)
    {
        foreach (var changelog in told)
        {
            var accounting = changelog.Accounting;
            output.WriteLine($"{HarmlessText.Line(Name(changelog))}: {Sum(accounting)}");

            foreach (var account in accounting.Commits)
            {
                var why = account.Why.Length == 0 ? "" : $" ({account.Why})";
                output.WriteLine($"  {Word(account.Fate),-16} {account.Commit} {HarmlessText.From(account.Header + why)}");
            }
        }
    }

    private static string Name(Changelog.Changelog changelog) => changelog.Tag ?? (changelog.Component is { } component ? $"Unreleased in {component}" : "Unreleased");

    private static string Sum(Accounting accounting)
    {
        var rules = string.Join(", ", accounting.HiddenBy.Select(rule => $"{rule.Value} by {rule.Key}"));
        return $"{(accounting.Total == 1 ? "1 commit" : $"{accounting.Total} commits")}: {accounting.Shown} shown, {accounting.Hidden} hidden{(rules.Length == 0 ? "" : $" ({rules})")}, {accounting.Merged} merged, {accounting.Cancelled} cancelled, {accounting.NotConventional} not conventional";
    }

    private static string Word(CommitFate fate) => fate == CommitFate.NotConventional ? "not conventional" : ChoiceName.Of(fate);
}
