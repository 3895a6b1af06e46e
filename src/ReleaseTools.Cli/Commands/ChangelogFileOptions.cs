using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary>The options of <c>changelog</c> that have to do with files.</summary>
internal sealed class ChangelogFileOptions
{
    public Option<bool> Write { get; } = new("--write") { Description = "Write the section into CHANGELOG.md, or the file that version.json names." };

    public Option<bool> Notes { get; } = new("--notes") { Description = "Write release notes into a file of their own, where there is none yet." };

    public Option<bool> Check { get; } = new("--check") { Description = "Change nothing; exit 1 when a file says something else." };

    public Option<bool> Diff { get; } = new("--diff") { Description = "Change nothing; print what would change, as patch reads it." };

    public Option<string?> Published { get; } = new("--published") { Description = "A JSON file that lists what was published, for the lines with which people get it.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(Write);
        command.Add(Notes);
        command.Add(Check);
        command.Add(Diff);
        command.Add(Published);
    }

    /// <exception cref="ReleaseException">RT4355: there is nothing to check.</exception>
    public bool AreGiven(ParseResult parsed)
    {
        var isForFile = parsed.GetValue(Write) || parsed.GetValue(Notes);

        return isForFile || (!parsed.GetValue(Check) && !parsed.GetValue(Diff))
            ? isForFile
            : throw new ReleaseException(ChangelogFileDiagnostics.NothingToCheck(parsed.GetValue(Check) ? "--check" : "--diff"));
    }
}
