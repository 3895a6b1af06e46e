namespace ReleaseTools.Tests;

/// <summary>What commitlint says of one message.</summary>
/// <param name="Rules">The rules it breaks, as <c>error type-empty</c>, in the order of their names.</param>
/// <param name="Report">The text it prints.</param>
internal sealed record CommitlintAnswer(string Rules, string Report);
