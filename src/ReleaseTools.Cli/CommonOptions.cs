using System.CommandLine;

namespace ReleaseTools.Cli;

/// <summary>The options every command takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Repository { get; } = new("--repo")
    {
        Description = "A folder of the repository to work on. Default: the current folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the answer as JSON.",
        Recursive = true,
    };

    public Option<Verbosity> Verbosity { get; } = new("--verbosity", "-v")
    {
        Description = "How much to say: quiet, normal, detailed or diagnostic.",
        DefaultValueFactory = _ => Cli.Verbosity.Normal,
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(Repository);
        root.Add(Json);
        root.Add(Verbosity);
    }

    /// <summary>The folder to work in, absolute.</summary>
    public string FolderOf(ParseResult parsed, Terminal terminal) =>
        Path.GetFullPath(parsed.GetValue(Repository) ?? ".", terminal.Folder);
}

/// <summary>How much a command says beside its answer.</summary>
internal enum Verbosity
{
    Quiet,
    Normal,
    Detailed,
    Diagnostic,
}
