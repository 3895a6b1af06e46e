using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using System.Text;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version pack</c>: the version into a file that goes where git does not.</summary>
internal static class VersionPackCommand
{
    private const string StandardOutput = "-";

    private static string ToolVersion =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var project = new Option<string?>("--project") { Description = "The folder to hand over, as the build context of an image. Default: the repository's root.", HelpName = "DIR" };
        var output = new Option<string?>("--output") { Description = $"The file to write; '-' prints it. Default: {VersionLock.Place} in the folder that is packed, where builds look for it.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 where the file is not what packing gives now." };
        var isPublic = new PublicReleaseOption();

        var command = new ExampleCommand(
            "pack",
            "Write the version of every folder into a file for builds without git: in a container, or from a source archive. It holds the commit that is checked out, nothing uncommitted.",
            ("dotnet release version pack", "then 'docker build', with .git left out"),
            ("dotnet release version pack --project src/Api", "where src/Api is the build context"),
            ("dotnet release version pack --check", "is it still that of this commit?"))
        {
            project, output, check, isPublic,
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var repository = Open(parsed.GetValue(project), folder);
            var versions = new VersionPacker(repository, parsed.GetValue(isPublic), terminal.Ci).Pack(ToolVersion, out var remarks);
            var text = VersionLockWriter.Write(versions);

            if (parsed.GetValue(output) == StandardOutput && !parsed.GetValue(check))
            {
                terminal.Out.Write(text);
                return new Reporter(terminal, json: false).Report(remarks);
            }

            var file = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(repository.Git.Directory, VersionLock.Place), folder);
            var isRight = File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));
            var answer = new PackAnswer(versions, Path.GetRelativePath(folder, file), isRight, parsed.GetValue(check));

            if (answer.Writes)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                AtomicFile.Write(file, Encoding.UTF8.GetBytes(text));
            }

            ImmutableArray<Diagnostic> all = [.. remarks, .. repository.WouldAdd(file) ? [HandoverDiagnostics.NotIgnored(answer.File)] : Array.Empty<Diagnostic>()];
            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal, all) : answer.Write(terminal, all);
        });

        return command;
    }

    private static GitRepository Open(string? project, string folder)
    {
        var repository = GitRepository.Open(Path.GetFullPath(project ?? ".", folder));
        return project is null && repository.Prefix.Length > 0 ? GitRepository.Open(repository.Root) : repository;
    }
}
