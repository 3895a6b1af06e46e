using System.CommandLine;
using System.Reflection;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release explain RT…</c>: the page of a diagnostic, without a network.</summary>
internal static class ExplainCommand
{
    private const string Folder = "errors/";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
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
                Show(wanted.ToUpperInvariant(), Page(wanted.ToUpperInvariant()) ?? throw new ReleaseException(UsageDiagnostics.NoSuchCode(wanted)), parsed.GetValue(common.Json), terminal.Out);
            }
            else
            {
                List(parsed.GetValue(common.Json), terminal.Out);
            }

            return (int)ExitCode.Done;
        });

        return command;
    }

    private static void Show(string code, string page, bool json, TextWriter output)
    {
        if (!json)
        {
            output.WriteLine(page.TrimEnd());
            return;
        }

        JsonAnswer.Write(output, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("code", code);
            writer.WriteString("title", Title(page));
            writer.WriteString("page", page);
            writer.WriteEndObject();
        });
    }

    private static void List(bool json, TextWriter output)
    {
        var titles = Codes().Select(code => (Code: code, Title: Title(Page(code)!))).ToArray();

        if (!json)
        {
            foreach (var (code, title) in titles)
            {
                output.WriteLine($"{code}: {title}");
            }

            return;
        }

        JsonAnswer.Write(output, writer =>
        {
            writer.WriteStartObject();

            foreach (var (code, title) in titles)
            {
                writer.WriteString(code, title);
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>From <c># RT1002: not a git repository</c>.</summary>
    private static string Title(string page) => page.Split('\n')[0].Split(": ", 2)[1].TrimEnd();

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
