using System.Collections.Immutable;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>What a changelog says of one commit. All texts are as their author wrote them; a renderer makes them fit.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Type">Its type, in lower case.</param>
/// <param name="Scope">What part of the product it is about, or null.</param>
/// <param name="Text">Its subject.</param>
/// <param name="Breaking">What it breaks, a text for each.</param>
/// <param name="References">The issues it speaks of.</param>
internal sealed record ChangelogEntry(
    CommitId Commit,
    string Type,
    string? Scope,
    string Text,
    ImmutableArray<string> Breaking,
    ImmutableArray<IssueReference> References)
{
    /// <summary>Null for a commit that is not conventional. What <c>git revert</c> writes counts as a revert.</summary>
    public static ChangelogEntry? Read(CommitRecord commit)
    {
        if (CommitMessage.Read(commit.Message) is not { } message)
        {
            return null;
        }

        return message switch
        {
            { Type: { } type, Subject: { } subject } =>
                new(commit.Id, type.ToLowerInvariant(), message.Scope, subject, message.BreakingChanges, message.References),
            { Header.Text: ['R', 'e', 'v', 'e', 'r', 't', ' ', '"', .. var reverted, '"'] } =>
                new(commit.Id, "revert", null, reverted, [], []),
            _ => null,
        };
    }
}
