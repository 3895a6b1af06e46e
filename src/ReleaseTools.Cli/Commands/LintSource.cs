using System.CommandLine;
using System.Globalization;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Cli.Commands;

/// <summary>Where <c>lint</c> takes messages from, as its options say.</summary>
internal sealed class LintSource
{
    private readonly Option<string?> _edit = new("--edit") { Description = "The file git hands to a commit-msg hook.", HelpName = "FILE" };
    private readonly Option<string?> _message = new("--message") { Description = "The message itself.", HelpName = "TEXT" };
    private readonly Option<string?> _from = new("--from") { Description = "The commit before the first one to check.", HelpName = "COMMIT" };
    private readonly Option<string?> _to = new("--to") { Description = "The last commit to check. Default: HEAD. On a branch of GitHub's merge queue, the commits that are queued.", HelpName = "COMMIT" };
    private readonly Option<bool> _fromLastTag = new("--from-last-tag") { Description = "Every commit since the nearest tag that is a version, or since the beginning." };
    private readonly Option<bool> _last = new("--last") { Description = "The commit that is checked out." };
    private readonly Option<string?> _title = new("--pr-title") { Description = "The title of a pull request: the message GitHub will write when it is squashed. With --from, the authors of its commits are named in it.", HelpName = "TEXT" };
    private readonly Option<string?> _body = new("--pr-body") { Description = "Its description, where GitHub makes that the body.", HelpName = "TEXT" };
    private readonly Option<string?> _number = new("--pr-number") { Description = "Its number, which GitHub adds to the title. Default: what CI says.", HelpName = "N" };
    private readonly Option<string?> _author = new("--author") { Description = "Who wrote the message: the body of a bot's (dependabot, renovate) follows no rule.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _edit, _message, _from, _to, _fromLastTag, _last, _title, _body, _number, _author })
        {
            command.Add(option);
        }
    }

    /// <summary>The commits that are named, or null where the message is no commit's yet.</summary>
    public CommitRange? RangeOf(ParseResult parsed, string folder, Terminal terminal)
    {
        if (parsed.GetValue(_fromLastTag))
        {
            return new ChangelogReader(GitRepository.Open(folder), new ChangelogWish([])).FindUnreleased();
        }

        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));

        return from is null && to is null ? null
            : new(from ?? QueueBase(to!, folder, terminal)?.Hash, to ?? CommitRange.Head);
    }

    /// <summary>CI checks out a commit, and says itself of which branch; elsewhere the branch is checked out.</summary>
    private static CommitId? QueueBase(string to, string folder, Terminal terminal) => to == CommitRange.Head
        ? MergeQueueRef.FindBase(terminal.Ci?.Ref) ?? MergeQueueRef.FindBase(GitRepository.Open(folder).ReadHead().Ref)
        : MergeQueueRef.FindBase(to);

    /// <exception cref="ReleaseException">RT4020, RT4021, RT4022, RT4206 or RT4245: no message is named, or several ways to find one, or a pull request without a title or a number.</exception>
    public IEnumerable<AuthoredText> Read(ParseResult parsed, CommitRange? range, string folder, Terminal terminal)
    {
        var (file, text, title, author) = (parsed.GetValue(_edit), parsed.GetValue(_message), parsed.GetValue(_title), parsed.GetValue(_author));
        Refuse(parsed, title is null ? [file, text, range, parsed.GetValue(_last) ? _last : null] : [file, text, title, parsed.GetValue(_last) ? _last : null]);

        return file is not null ? [new(MessageFile.Read(file, folder), author)]
            : title is not null ? [Given(SquashMessage.Name, Squashed(parsed, title, range, folder, terminal).ToString(), author)]
            : parsed.GetValue(_last) ? [MessageLog.ReadOne(GitRepository.Open(folder), CommitRange.Head)]
            : range is not null ? MessageLog.Read(GitRepository.Open(folder), range)
            : [Given(text is null ? "stdin" : "message", text ?? terminal.In.ReadToEnd(), author)];
    }

    private void Refuse(ParseResult parsed, object?[] sources)
    {
        if (sources.Count(source => source is not null) > 1 || (parsed.GetValue(_fromLastTag) && (parsed.GetValue(_from) ?? parsed.GetValue(_to)) is not null))
        {
            throw new ReleaseException(CommitDiagnostics.SeveralMessages());
        }

        if (parsed.GetValue(_title) is null && (parsed.GetValue(_body) is not null || parsed.GetValue(_number) is not null))
        {
            throw new ReleaseException(HookDiagnostics.NoPullRequestTitle());
        }
    }

    private SquashMessage Squashed(ParseResult parsed, string title, CommitRange? range, string folder, Terminal terminal)
    {
        var number = parsed.GetValue(_number) is { } given ? NumberIn(given) ?? throw new ReleaseException(HookDiagnostics.NoPullRequestNumber(given)) : NumberIn(terminal.Ci?.PullRequest);

        // Whoever made the first commit opened it, in all likelihood, and becomes the author.
        var authors = range is null ? [] : MessageLog.ReadAuthors(GitRepository.Open(folder), range).Skip(1);
        return new(title, number, parsed.GetValue(_body), [.. authors]);
    }

    private static int? NumberIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static AuthoredText Given(string name, string text, string? author) =>
        CommitText.From(name, text) is { Lines: not [] } given ? new(given, author) : throw new ReleaseException(CommitDiagnostics.NoMessage());
}
