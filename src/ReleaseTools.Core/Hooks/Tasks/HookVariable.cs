using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>A list of files that a command prints, which tasks name as <c>${name}</c>.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="Name">Compared without case.</param>
/// <param name="Command">The program that prints it.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Cwd">The folder it runs in, from the repository's root.</param>
/// <param name="CwdSpot">Where that is written.</param>
/// <param name="IsStaged">Whether these files are staged anew after a task.</param>
internal sealed record HookVariable(SourceSpot Spot, string Name, string? Command, ImmutableArray<string> Args, string? Cwd, SourceSpot? CwdSpot, bool IsStaged);
