using System.Diagnostics;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli;

/// <summary>What a command hears and says through, and where it stands. Tests hand in their own.</summary>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error, string folder, Func<string, string?> variable, bool isInteractive, bool hasColour, bool showsProgress = false)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(300);

    public TextReader In { get; } = input;

    /// <summary>For the answer, and only for it.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>For diagnostics and progress.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The folder the user stands in.</summary>
    public string Folder { get; } = folder;

    /// <summary>The value of an environment variable, or null.</summary>
    public Func<string, string?> Variable { get; } = variable;

    /// <summary>What CI says of this run, or null outside of CI.</summary>
    public CiWord? Ci { get; } = CiHosts.Listen(variable);

    /// <summary>Whether a person reads the answer, rather than a pipe or a CI log.</summary>
    public bool IsInteractive { get; } = isInteractive;

    /// <summary>Whether diagnostics may be coloured.</summary>
    public bool HasColour { get; } = hasColour;

    /// <summary>Whether the user asked for errors only.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>A line that counts long work for a person at a terminal; one that says nothing for anybody else.</summary>
    public ProgressLine Progress(string what)
    {
        var shown = Stopwatch.GetTimestamp();

        return new(showsProgress && !IsQuiet ? Error : null, what, () =>
        {
            var isDue = Stopwatch.GetElapsedTime(shown) > ProgressInterval;
            shown = isDue ? Stopwatch.GetTimestamp() : shown;
            return isDue;
        });
    }

    /// <summary>Says something beside the answer.</summary>
    public void Note(string line)
    {
        if (!IsQuiet)
        {
            Error.WriteLine(line);
        }
    }
}
