using System.Text;
using ReleaseTools.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return CommandLine.Run(args, new Terminal(
    Console.In,
    Console.Out,
    Console.Error,
    Environment.CurrentDirectory,
    Environment.GetEnvironmentVariable,
    isInteractive: !Console.IsOutputRedirected && !CiSign.IsPresent(),
    hasColour: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or ""));
