using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary>Which version a command is asked for: of a commit, of a project, and whether it is for the public.</summary>
internal sealed class VersionTarget
{
    private readonly Argument<string?> _commit = new("COMMIT") { Description = "A branch, tag or hash; where it has the name of a command, as in refs/heads/next. Default: what is checked out, with its working copy.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _project = new("--project") { Description = "The folder whose version is asked for. Default: the current folder, or --repo.", HelpName = "DIR" };

    private readonly PublicReleaseOption _isPublic = new();

    public void AddTo(Command command)
    {
        command.Add(_commit);
        command.Add(_project);
        command.Add(_isPublic);
    }

    public GitRepository Open(ParseResult parsed, CommonOptions common, Terminal terminal) => GitRepository.Open(FolderOf(parsed, common, terminal));

    public FoundVersion Read(ParseResult parsed, CommonOptions common, Terminal terminal) =>
        FoundVersion.Read(FolderOf(parsed, common, terminal), parsed.GetValue(_commit), parsed.GetValue(_isPublic), terminal.Ci);

    public VersionFacts Observe(GitRepository repository, ParseResult parsed, Terminal terminal) =>
        VersionReader.Observe(repository, parsed.GetValue(_commit), parsed.GetValue(_isPublic), terminal.Ci);

    private string FolderOf(ParseResult parsed, CommonOptions common, Terminal terminal) =>
        Path.GetFullPath(parsed.GetValue(_project) ?? ".", common.FolderOf(parsed, terminal));
}
