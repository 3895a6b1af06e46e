using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ReleaseTools.Cli.Reporting;

/// <summary>The usual help page, with the command's examples below it.</summary>
internal sealed class ExampleHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void Attach(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ExampleHelp((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exit = usual.Invoke(parseResult);

        if (parseResult.CommandResult.Command is ExampleCommand { Examples: not [] } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            var width = command.Examples.Max(example => example.Line.Length);
            output.WriteLine("Examples:");

            foreach (var (line, meaning) in command.Examples)
            {
                output.WriteLine($"  {line.PadRight(width)}  {meaning}");
            }

            output.WriteLine();
        }

        return exit;
    }
}
