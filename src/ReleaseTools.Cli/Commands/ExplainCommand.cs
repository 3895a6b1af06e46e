using System.CommandLine;
using System.Reflection;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release explain RT…</c>: the page of a diagnostic, without a network.</summary>
internal static class ExplainCommand
{
    private const string Folder = "errors/";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        _ = common;
        var code = new Argument<string?>("CODE") { Description = "A code, as in RT2003. Default: list all.", Arity = ArgumentArity.ZeroOrOne };

        var command = new ExampleCommand(
            "explain",
            "Print what a diagnostic means and what to do about it.",
            ("dotnet release explain RT1006", "the page of one code"),
            ("dotnet release explain", "all codes, a line each"))
        {
            code,
        };

        command.SetAction(parsed =>
        {
            if (parsed.GetValue(code) is { } wanted)
            {
                terminal.Out.WriteLine(Page(wanted.ToUpperInvariant())?.TrimEnd() ?? throw new ReleaseException(UsageDiagnostics.NoSuchCode(wanted)));
                return (int)ExitCode.Done;
            }

            foreach (var title in Codes().Select(known => Page(known)!.Split('\n')[0].TrimStart('#', ' ').TrimEnd()))
            {
                terminal.Out.WriteLine(title);
            }

            return (int)ExitCode.Done;
        });

        return command;
    }

    private static IEnumerable<string> Codes() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^".md".Length])
        .Order(StringComparer.Ordinal);

    private static string? Page(string code)
    {
        using var page = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{code}.md");
        return page is null ? null : new StreamReader(page).ReadToEnd();
    }
}
