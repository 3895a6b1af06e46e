using System.Collections.Immutable;
using System.CommandLine;

namespace ReleaseTools.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params ImmutableArray<(string Line, string Meaning)> examples) : Command(name, description)
{
    public ImmutableArray<(string Line, string Meaning)> Examples { get; } = examples;
}
