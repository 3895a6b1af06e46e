using System.Runtime.Versioning;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A <c>git</c> first on the PATH that writes a line for each time it is started, and goes on as the real one.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class CountedGit : IDisposable
{
    private readonly TempFolder _folder = new();

    public CountedGit()
    {
        var script = _folder.Write("bin/git", $"#!/bin/sh\necho \"$*\" >> '{Log}'\nexec '{ProgramRun.Find("git")}' \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private string Log => _folder.At("log");

    /// <summary>What git was asked while <c>dotnet</c> ran.</summary>
    public string[] During(SampleSolution sample, params string[] arguments) => During(sample, new Dictionary<string, string?>(), arguments);

    public string[] During(SampleSolution sample, Dictionary<string, string?> variables, params string[] arguments)
    {
        File.WriteAllText(Log, "");
        var environment = new Dictionary<string, string?>(DotnetCommand.Environment) { ["PATH"] = $"{_folder.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}" };

        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        Last = ProgramRun.Run(sample.Folder, environment, "dotnet", arguments).Expect();
        return File.ReadAllLines(Log);
    }

    /// <summary>How the last run ended.</summary>
    public ProgramRun? Last { get; private set; }

    public void Dispose() => _folder.Dispose();
}
