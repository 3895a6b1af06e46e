using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ReleaseTools.Testing;

/// <summary>The real registry, on a free port of loopback, with an empty storage that is gone afterwards.</summary>
internal sealed partial class LocalRegistry : IDisposable
{
    public const string User = "ada";
    public const string Password = "Sesame, 42: öffne dich";

    /// <summary>The two, as registries keep them.</summary>
    private const string Users = "ada:$2b$04$abcdefghijklmnopqrstuuGytAdvZaiSbRQjfCEzF5GNbEkrkaFDm";

    private readonly TempFolder _folder = new();
    private readonly TaskCompletionSource<string?> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();
    private readonly Process _process;

    /// <exception cref="InvalidOperationException">The registry ended instead of listening, or does not say that it listens.</exception>
    public LocalRegistry(bool asksWho = false)
        : this(Program ?? throw new InvalidOperationException("There is no registry program."), TimeSpan.FromSeconds(30), asksWho)
    {
    }

    /// <param name="program">The registry.</param>
    /// <param name="patience">How long it may take until it listens.</param>
    /// <param name="asksWho">Whether it lets in nobody but <see cref="User"/>.</param>
    public LocalRegistry(string program, TimeSpan patience, bool asksWho = false)
    {
        var authentication = asksWho ? $"auth: {{ htpasswd: {{ realm: sample, path: '{_folder.Write("users", Users)}' }} }}" : "";
        var configuration = _folder.Write("config.yml", $$"""
            version: 0.1
            storage:
              filesystem: { rootdirectory: '{{_folder.At("data").Replace("'", "''", StringComparison.Ordinal)}}' }
              delete: { enabled: true }
            http: { addr: "localhost:0" }
            {{authentication}}
            """);

        _process = Process.Start(new ProcessStartInfo(program, ["serve", configuration])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OTEL_TRACES_EXPORTER"] = "none" },
        })!;

        // A run of the tests that is stopped half-way runs no test to its end.
        AppDomain.CurrentDomain.ProcessExit += Stop;

        // Both are read for as long as it runs: a full pipe would stop it.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        if (_port.Task.Wait(patience) && _port.Task.Result is { } port)
        {
            Host = $"localhost:{port}";
            return;
        }

        Dispose();

        lock (_log)
        {
            throw new InvalidOperationException($"The registry '{program}' did not listen within {patience.TotalSeconds} s. It said:\n{_log}");
        }
    }

    /// <summary>Whether this machine has one. Debian's package and the original name the program differently.</summary>
    public static bool IsAvailable => Program is not null;

    /// <summary>Where it listens, as it is written before an image's name.</summary>
    public string Host { get; }

    private static string? Program { get; } = ProgramRun.Find("docker-registry") ?? ProgramRun.Find("registry");

    /// <summary>Everything it stores, and when it was written last: two lists are alike where nothing was written in between.</summary>
    public IReadOnlyList<string> Storage => [.. new DirectoryInfo(_folder.At("data/x")).Parent!.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal)];

    public RegistryRepository Repository(string name) => new(Host, name);

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Stop;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private void Stop(object? sender, EventArgs end) => Dispose();

    /// <summary>It chooses a free port itself and says which, at the moment from which it can be asked.</summary>
    /// <param name="line">Of its log; null at the end.</param>
    private void Hear(string? line)
    {
        if (_port.Task.IsCompleted)
        {
            return;
        }

        if (line is null || Listening.Match(line) is { Success: true })
        {
            _port.TrySetResult(line is null ? null : Listening.Match(line).Groups[1].Value);
            return;
        }

        lock (_log)
        {
            _log.AppendLine(line);
        }
    }

    [GeneratedRegex(@"listening on \S*:(\d+)")]
    private static partial Regex Listening { get; }
}
