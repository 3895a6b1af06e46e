using System.Text;
using ReleaseTools.Cli;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = utf8;

// What git and other programs write into a pipe is UTF-8, whatever a terminal here would send.
using var piped = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), utf8) : null;

return CommandLine.Run(args, new Terminal(
    piped ?? Console.In,
    Console.Out,
    Console.Error,
    Environment.CurrentDirectory,
    Environment.GetEnvironmentVariable,
    isInteractive: !Console.IsOutputRedirected && !CiSign.IsPresent(),
    hasColour: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
    showsProgress: !Console.IsErrorRedirected && !CiSign.IsPresent()));
