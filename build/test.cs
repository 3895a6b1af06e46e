// Runs every test of the repository, after laying down what the tests need: dotnet run build/test.cs
//
// The peers the compatibility tests compare with come from the npm registry (build/peers), the registry and its reader from the
// operating system's packages. What cannot be had here is said, and the tests that need it then say why they did not run.
#:property PublishAot=false

using System.Diagnostics;
using System.Text.RegularExpressions;

var root = Root();
var peers = Path.Combine(root, "build", "peers");

if (Find("npm") is { } npm)
{
    if (!IsLaidDown(peers))
    {
        Say("npm ci in build/peers");

        if (Run(peers, npm, "ci", "--no-audit", "--no-fund", "--loglevel=error") == 0)
        {
            File.Copy(Path.Combine(peers, "package-lock.json"), Stamp(peers), overwrite: true);
        }
    }
}
else
{
    Say("npm is not installed: the tests beside nbgv and commitlint will not run");
}

string[] programs = ["docker-registry", "skopeo", "shellcheck"];
var missing = programs.Where(program => Find(program) is null).ToArray();

if (missing is not [] && Find("apt-get") is { } apt && Environment.UserName == "root")
{
    Say($"apt-get install {string.Join(' ', missing)}");

    if (Run(root, apt, "update", "-qq") != 0 || Run(root, apt, ["install", "-y", "-qq", "--no-install-recommends", .. missing]) != 0)
    {
        Say("apt-get could not install them");
    }
}

foreach (var program in programs.Where(program => Find(program) is null))
{
    Say($"{program} is not installed: the tests that need it will not run");
}

// The hundreds of small builds that the tests make share one compiler, whatever the environment says; it is ours, and ends with us.
var compiler = $"releasetools-tests-{Environment.ProcessId}";
Environment.SetEnvironmentVariable("UseSharedCompilation", "true");
Environment.SetEnvironmentVariable("SharedCompilationId", compiler);

Say("dotnet build ReleaseTools.sln");

if (Run(root, "dotnet", "build", "ReleaseTools.sln", "--nologo", "--verbosity", "quiet", "-consoleLoggerParameters:NoSummary") is not 0 and var broken)
{
    return Close(broken, passed: 0, failed: 1, skipped: 0);
}

Say("dotnet test --solution ReleaseTools.sln");
var summary = new Dictionary<string, int>();
var inSummary = false;
var exit = RunWith(root, "dotnet", ["test", "--solution", "ReleaseTools.sln", "--no-build", "--no-ansi", "--no-progress", .. args], line =>
{
    Console.WriteLine(line);
    inSummary |= line.StartsWith("Test run summary:", StringComparison.Ordinal);

    if (inSummary && Regex.Match(line, @"^\s*(failed|succeeded|skipped): (\d+)") is { Success: true } count)
    {
        summary[count.Groups[1].Value] = int.Parse(count.Groups[2].Value);
    }
});

return Close(exit, summary.GetValueOrDefault("succeeded"), summary.GetValueOrDefault("failed"), summary.GetValueOrDefault("skipped"));

// The last line is for CI, whatever happened before it.
int Close(int exit, int passed, int failed, int skipped)
{
    StopCompiler();
    Console.WriteLine($"{passed} passed, {(exit != 0 && failed == 0 ? 1 : failed)} failed, {skipped} skipped");
    return exit;
}

// It would go by itself after ten idle minutes; a machine that waits for every process would wait for it.
void StopCompiler()
{
    var version = Read("--version").Trim();
    var sdks = Read("--list-sdks").Split('\n').Select(line => Regex.Match(line, @"^(\S+) \[(.+)\]")).FirstOrDefault(sdk => sdk.Groups[1].Value == version)?.Groups[2].Value;

    if (sdks is not null && Path.Combine(sdks, version, "Roslyn", "bincore", "VBCSCompiler.dll") is var server && File.Exists(server))
    {
        Run(root, "dotnet", server, $"-pipename:{compiler}", "-shutdown");
    }
}

string Read(string argument)
{
    var said = new System.Text.StringBuilder();
    RunWith(root, "dotnet", [argument], line => said.AppendLine(line));
    return said.ToString();
}

static void Say(string line) => Console.WriteLine($"== {line}");

static string Stamp(string peers) => Path.Combine(peers, "node_modules", ".laid-down.json");

static bool IsLaidDown(string peers) =>
    File.Exists(Stamp(peers)) && File.ReadAllText(Stamp(peers)) == File.ReadAllText(Path.Combine(peers, "package-lock.json"));

static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(Path.GetDirectoryName(path))!;

static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
    .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
    .SelectMany(folder => OperatingSystem.IsWindows() ? new[] { $"{program}.exe", $"{program}.cmd" }.Select(name => Path.Combine(folder, name)) : [Path.Combine(folder, program)])
    .FirstOrDefault(File.Exists);

static int Run(string folder, string program, params IEnumerable<string> arguments) => RunWith(folder, program, arguments, line: null);

static int RunWith(string folder, string program, IEnumerable<string> arguments, Action<string>? line)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = line is not null };
    start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
    using var process = Process.Start(start)!;

    while (line is not null && process.StandardOutput.ReadLine() is { } text)
    {
        line(text);
    }

    process.WaitForExit();
    return process.ExitCode;
}
