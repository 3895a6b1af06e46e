using ReleaseTools.Cli;

namespace ReleaseTools.Testing;

/// <summary><c>dotnet release</c> in this process: fast, and everything but the process itself is real.</summary>
internal static class ReleaseCommand
{
    public static ProgramRun Run(string folder, params string[] arguments) => RunWithInput(folder, "", arguments);

    public static ProgramRun RunWithInput(string folder, string input, params string[] arguments) => RunIn(folder, input, _ => null, arguments);

    /// <summary>As in CI, which speaks through environment variables.</summary>
    public static ProgramRun RunInCi(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        RunIn(folder, "", variables.GetValueOrDefault, arguments);

    /// <summary>As for a person who reads the answer.</summary>
    public static ProgramRun RunAtTerminal(string folder, params string[] arguments) => RunIn(folder, "", _ => null, arguments, isInteractive: true);

    private static ProgramRun RunIn(string folder, string input, Func<string, string?> variable, string[] arguments, bool isInteractive = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exit = CommandLine.Run(arguments, new Terminal(reader, output, error, folder, variable, isInteractive, hasColour: false));
        return new($"dotnet release {string.Join(' ', arguments)}", exit, output.ToString(), error.ToString());
    }
}
