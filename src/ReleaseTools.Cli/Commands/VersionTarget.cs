using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary>Which version a command is asked for: of a commit, of a project, and whether it is for the public.</summary>
internal sealed class VersionTarget
{
    private readonly Argument<string?> _commit = new("COMMIT") { Description = "A branch, tag or hash; where it has the name of a command, as in refs/heads/next. Default: what is checked out, with its working copy.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _project = new("--project") { Description = "The folder whose version is asked for. Default: the current folder, or --repo.", HelpName = "DIR" };

    private readonly Option<bool?> _isPublic = new("--public-release")
    {
        Description = "Say whether this is a public release, instead of publicReleaseRefSpec.",
        HelpName = "true|false",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = ReadTruth,
    };

    public void AddTo(Command command)
    {
        command.Add(_commit);
        command.Add(_project);
        command.Add(_isPublic);
    }

    public GitRepository Open(ParseResult parsed, CommonOptions common, Terminal terminal) =>
        GitRepository.Open(Path.GetFullPath(parsed.GetValue(_project) ?? ".", common.FolderOf(parsed, terminal)));

    public VersionSnapshot Read(ParseResult parsed, CommonOptions common, Terminal terminal) =>
        VersionReader.Read(Open(parsed, common, terminal), parsed.GetValue(_commit), parsed.GetValue(_isPublic), terminal.Ci);

    public VersionFacts Observe(GitRepository repository, ParseResult parsed, Terminal terminal) =>
        VersionReader.Observe(repository, parsed.GetValue(_commit), parsed.GetValue(_isPublic), terminal.Ci);

    private static bool? ReadTruth(ArgumentResult result)
    {
        if (bool.TryParse(result.Tokens[0].Value, out var truth))
        {
            return truth;
        }

        result.AddError($"'{result.Tokens[0].Value}' is neither true nor false");
        return null;
    }
}
