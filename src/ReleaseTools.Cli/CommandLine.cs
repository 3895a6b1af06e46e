using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Cli.Commands;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli;

/// <summary>The whole command line: what there is, and the one place where a command's failure becomes words and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>An argument that begins with <c>@</c> is HEAD or somebody's name, never a file with further arguments.</summary>
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    private static readonly (string Name, Func<CommonOptions, Terminal, Command> Create)[] Commands =
    [
        ("version", VersionCommand.Create),
        ("stamp", StampCommand.Create),
        ("changelog", ChangelogCommand.Create),
        ("lint", LintCommand.Create),
        ("chart", ChartCommand.Create),
        ("ci", CiCommand.Create),
        ("hooks", HooksCommand.Create),
        ("init", InitCommand.Create),
        ("explain", ExplainCommand.Create),
    ];

    public static int Run(string[] arguments, Terminal terminal)
    {
        try
        {
            return RunReported(arguments, terminal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Not even a diagnostic can be printed: the output is closed, or its disk is full. The exit code is all that is left.
            return (int)ExitCode.World;
        }
    }

    private static int RunReported(string[] arguments, Terminal terminal)
    {
        var common = new CommonOptions();
        var parsed = Create(arguments.FirstOrDefault(), common, terminal).Parse(arguments is [] ? ["--help"] : arguments, Plain);
        var reporter = new Reporter(terminal, parsed.GetValue(common.Json));

        if (Complaints(parsed, arguments) is { Length: > 0 } complaints)
        {
            return reporter.Report(complaints);
        }

        terminal.IsQuiet = parsed.GetValue(common.Verbosity) == Verbosity.Quiet;

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error });
        }
        catch (ReleaseException stop)
        {
            return reporter.Report(stop.Diagnostics);
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the user gets a code and a page, never a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (parsed.GetValue(common.Verbosity) == Verbosity.Diagnostic)
            {
                foreach (var line in fault.ToString().ReplaceLineEndings("\n").Split('\n'))
                {
                    terminal.Error.WriteLine(HarmlessText.Line(line));
                }
            }

            return reporter.Report([Fault.From(fault)]);
        }
    }

    /// <param name="first">The first word. Where it names a command, nobody asks for the others, and a commit waits until they are made.</param>
    /// <param name="common">What every command takes.</param>
    /// <param name="terminal">Where they write.</param>
    private static RootCommand Create(string? first, CommonOptions common, Terminal terminal)
    {
        var root = new RootCommand("One version from git for assemblies, packages, images and charts; commit rules, changelogs, releases.");
        var isNamed = Array.Exists(Commands, command => command.Name == first);

        foreach (var (name, create) in Commands)
        {
            if (!isNamed || name == first)
            {
                root.Add(create(common, terminal));
            }
        }

        common.AddTo(root);
        ExampleHelp.Attach(root);
        return root;
    }

    /// <summary>A word that is not understood makes every later one wrong as well; only the first is worth a complaint.</summary>
    private static Diagnostic[] Complaints(ParseResult parsed, string[] arguments)
    {
        var command = parsed.CommandResult.Command;

        if (FlagWithValue(parsed, arguments) is { } flag)
        {
            return [UsageDiagnostics.WrongCommandLine($"'{flag}' is given with a value that is neither true nor false", Name(command))];
        }

        if ((MistakenOption(parsed) ?? (parsed.UnmatchedTokens is [var unmatched, ..] ? unmatched : null)) is { } word)
        {
            var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
            return [UsageDiagnostics.NoSuchWord(word, Spelling.Nearest(word, known), Name(command))];
        }

        if (BeforeSubcommand(parsed) is { } lost)
        {
            return [UsageDiagnostics.WrongCommandLine($"'{lost}' stands before '{command.Name}', which takes no notice of it there", Name(command))];
        }

        return [.. parsed.Errors.Select(error => UsageDiagnostics.WrongCommandLine(error.Message, Name(command)))];
    }

    /// <summary>A misspelt option is taken for an argument where one is welcome. What really begins with a hyphen stands after <c>--</c>.</summary>
    private static string? MistakenOption(ParseResult parsed)
    {
        var beforeDashes = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);

        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .FirstOrDefault(token => token.Value is ['-', _, ..] && beforeDashes.Contains(token))?.Value;
    }

    /// <summary>A word for the command above, which does not run: the parser accepts it there, and nobody would ever look at it.</summary>
    private static string? BeforeSubcommand(ParseResult parsed) => parsed.CommandResult.Parent is not CommandResult { Command: not RootCommand } above ? null : above.Children
        .Select(word => word switch
        {
            OptionResult { Implicit: false, Option: { Recursive: false } option } => option.Name,
            ArgumentResult { Tokens: [var token, ..] } => token.Value,
            _ => null,
        })
        .FirstOrDefault(word => word is not null);

    /// <summary>The parser would take the value of <c>--check=maybe</c> for an argument.</summary>
    private static string? FlagWithValue(ParseResult parsed, string[] arguments) => arguments
        .TakeWhile(argument => argument != "--")
        .Select(argument => argument.Split('=', 2))
        .Where(parts => parts.Length == 2 && !bool.TryParse(parts[1], out _))
        .Select(parts => parts[0])
        .FirstOrDefault(name => parsed.CommandResult.Command.Options.Any(option => option.Name == name && option.ValueType == typeof(bool)));

    private static string Name(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Name(parent)} {command.Name}" : "dotnet release";
}
