namespace ReleaseTools.Hooks.Tasks;

/// <summary>One argument of a command: a word, or a file.</summary>
/// <param name="Text">As the command gets it.</param>
/// <param name="File">The file's path from the repository's root; null for a word.</param>
/// <param name="IsStaged">Whether the file is staged anew once the command has run.</param>
/// <param name="List">The list whose part the file is; null for an argument of its own.</param>
internal sealed record TaskArgument(string Text, string? File = null, bool IsStaged = false, TaskFileList? List = null);
