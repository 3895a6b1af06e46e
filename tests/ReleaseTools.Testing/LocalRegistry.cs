using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ReleaseTools.Testing;

/// <summary>The real registry, on a free port of loopback, with an empty storage that is gone afterwards.</summary>
internal sealed partial class LocalRegistry : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Process _process;

    /// <exception cref="InvalidOperationException">The registry ended instead of listening.</exception>
    public LocalRegistry()
    {
        var configuration = _folder.Write("config.yml", $$"""
            version: 0.1
            storage:
              filesystem: { rootdirectory: '{{_folder.At("data").Replace("'", "''", StringComparison.Ordinal)}}' }
              delete: { enabled: true }
            http: { addr: "localhost:0" }
            """);

        _process = Process.Start(new ProcessStartInfo(Program ?? throw new InvalidOperationException("There is no registry program."), ["serve", configuration])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OTEL_TRACES_EXPORTER"] = "none" },
        })!;

        try
        {
            Host = $"localhost:{Port()}";
        }
        catch
        {
            Dispose();
            throw;
        }

        // Its log goes on, and a full pipe would stop it.
        _process.StandardOutput.ReadToEndAsync();
        _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether this machine has one. Debian's package and the original name the program differently.</summary>
    public static bool IsAvailable => Program is not null;

    /// <summary>Where it listens, as it is written before an image's name.</summary>
    public string Host { get; }

    private static string? Program { get; } = ProgramRun.Find("docker-registry") ?? ProgramRun.Find("registry");

    public RegistryRepository Repository(string name) => new(Host, name);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>It chooses a free port itself and says which, at the moment from which it can be asked.</summary>
    private string Port()
    {
        var log = "";

        while (_process.StandardError.ReadLine() is { } line)
        {
            if (Listening.Match(line) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }

            log += line + "\n";
        }

        throw new InvalidOperationException($"The registry did not start.\n{log}");
    }

    [GeneratedRegex(@"listening on \S*:(\d+)")]
    private static partial Regex Listening { get; }
}
