namespace ReleaseTools.Commits;

/// <summary>One line of a commit message, and which line of its file it is, counted from one.</summary>
internal readonly record struct MessageLine(int Number, string Text);
