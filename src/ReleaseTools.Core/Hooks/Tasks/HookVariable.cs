using System.Collections.Immutable;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>A list of files that a command prints, which tasks name as <c>${name}</c>.</summary>
/// <param name="Name">Compared without case.</param>
/// <param name="Command">The program that prints it.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Cwd">The folder it runs in, from the repository's root.</param>
/// <param name="IsStaged">Whether these files are staged anew after a task.</param>
internal sealed record HookVariable(string Name, string? Command, ImmutableArray<string> Args, string? Cwd, bool IsStaged);
