using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Hooks.Tasks;

/// <summary>A task of a task-runner.json, as it is written.</summary>
/// <param name="Spot">Where it stands.</param>
internal sealed record HookTask(SourceSpot Spot)
{
    private readonly string? _name;

    /// <summary>Its command's, where it has none of its own.</summary>
    public string? Name { get => string.IsNullOrEmpty(_name) ? Command : _name; init => _name = value; }

    /// <summary>Null for a task that does nothing.</summary>
    public string? Command { get; init; }

    public ImmutableArray<string> Args { get; init; } = [];

    public string? Group { get; init; }

    /// <summary>A pattern of the branches it is for.</summary>
    public string? Branch { get; init; }

    /// <summary>The folder it runs in, from the repository's root.</summary>
    public string? Cwd { get; init; }

    /// <summary>Where that is written.</summary>
    public SourceSpot? CwdSpot { get; init; }

    public FileSelection Files { get; init; } = FileSelection.All;

    /// <summary>Whether files are named by absolute paths.</summary>
    public bool IsAbsolute { get; init; }

    public TaskOutput Output { get; init; }

    /// <summary>Whether it runs only where a staged file is selected, whatever its arguments name.</summary>
    public bool NeedsStagedFile { get; init; }
}
