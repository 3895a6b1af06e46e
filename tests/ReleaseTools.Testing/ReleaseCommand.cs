using ReleaseTools.Cli;

namespace ReleaseTools.Testing;

/// <summary><c>dotnet release</c> in this process: fast, and everything but the process itself is real.</summary>
internal static class ReleaseCommand
{
    public static ProgramRun Run(string folder, params string[] arguments) => RunWithInput(folder, "", arguments);

    public static ProgramRun RunWithInput(string folder, string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exit = CommandLine.Run(arguments, new Terminal(reader, output, error, folder, isInteractive: false, hasColour: false));
        return new($"dotnet release {string.Join(' ', arguments)}", exit, output.ToString(), error.ToString());
    }
}
