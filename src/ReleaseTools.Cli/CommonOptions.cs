using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Diagnostics;

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
        Description = "How much to say beside the answer.",
        HelpName = "quiet|normal|diagnostic",
        DefaultValueFactory = _ => Cli.Verbosity.Normal,
        CustomParser = ReadVerbosity,
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(Repository);
        root.Add(Json);
        root.Add(Verbosity);
    }

    private static Verbosity ReadVerbosity(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;

        if (Enum.TryParse<Verbosity>(written, ignoreCase: true, out var verbosity) && Enum.IsDefined(verbosity))
        {
            return verbosity;
        }

        result.AddError($"'{written}' is no verbosity: there are quiet, normal and diagnostic");
        return Cli.Verbosity.Normal;
    }

    /// <summary>The folder to work in, absolute.</summary>
    /// <exception cref="ReleaseException">RT1009: it does not exist.</exception>
    public string FolderOf(ParseResult parsed, Terminal terminal)
    {
        var folder = Path.GetFullPath(parsed.GetValue(Repository) ?? ".", terminal.Folder);
        return Directory.Exists(folder) ? folder : throw new ReleaseException(VersionDiagnostics.NoSuchFolder(folder));
    }
}
