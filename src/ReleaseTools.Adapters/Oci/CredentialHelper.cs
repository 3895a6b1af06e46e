using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>A program that keeps credentials, by Docker's protocol: the registry on its standard input, an answer in JSON.</summary>
internal sealed partial class CredentialHelper(string name, RegistrySettings settings)
{
    /// <summary>As all of them say it, on either stream, for a registry they know nothing of.</summary>
    private const string Nothing = "credentials not found";

    private readonly string _program = $"docker-credential-{name}";

    /// <exception cref="ReleaseException">RT7030: it is not there, it takes too long, or what it says is no answer.</exception>
    public async Task<RegistryCredential?> AskAsync(RegistryName registry, CancellationToken cancellation)
    {
        using var process = Start(registry);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(settings.HelperPatience);

        try
        {
            var complaint = process.StandardError.ReadToEndAsync(patience.Token);
            await Tell(process, registry);
            var answer = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            return process.ExitCode == 0 ? Read(registry, answer)
                : (answer + await complaint).Contains(Nothing, StringComparison.OrdinalIgnoreCase) ? null
                : throw Stopped(registry, $"it ended with {process.ExitCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Stopped(registry, $"it did not end within {settings.HelperPatience.TotalSeconds} s");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(RegistryName registry)
    {
        // The name is from a file: it may name a program, and no place.
        var path = Shape.IsMatch(name) ? FindProgram() : null;

        try
        {
            return Process.Start(new ProcessStartInfo(path ?? throw Stopped(registry, "it is not in a folder of PATH"), ["get"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception refusal)
        {
            throw Stopped(registry, refusal.Message.TrimEnd('.'));
        }
    }

    /// <summary>In absolute folders only, as for git: the folder of a checkout is nobody's place for programs.</summary>
    private string? FindProgram() => (settings.Variable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{_program}.exe" : _program))
        .FirstOrDefault(File.Exists);

    private static async Task Tell(Process process, RegistryName registry)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(registry.CredentialKey);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private RegistryCredential Read(RegistryName registry, string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var user = json.RootElement.GetProperty("Username").GetString() ?? "";
            var secret = json.RootElement.GetProperty("Secret").GetString() ?? "";
            return secret.Length > 0 ? new(user == "<token>" ? "" : user, secret, $"'{_program}'") : throw Stopped(registry, "its answer holds no secret");
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Stopped(registry, "its answer is not what such a program says");
        }
    }

    private ReleaseException Stopped(RegistryName registry, string words) => new(RegistryDiagnostics.HelperStopped(_program, registry.Text, words));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape { get; }
}
