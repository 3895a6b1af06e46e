namespace ReleaseTools.Adapters.Git;

/// <summary>How a run of git ended: its exit code, what it printed, and what it said on standard error.</summary>
internal sealed record GitAnswer(int ExitCode, string Output, string Words);
