using System.Collections.Immutable;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>An issue or a pull request as the site that hosts the repository tells of it. Its texts are a stranger's, as those of commits are.</summary>
/// <param name="Number">As it stands behind a number sign.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Title">In one line.</param>
/// <param name="Author">Null where the account is gone.</param>
/// <param name="Labels">In the order of the site.</param>
internal sealed record HostedItem(string Number, HostedKind Kind, string Title, HostedAccount? Author, ImmutableArray<string> Labels);
