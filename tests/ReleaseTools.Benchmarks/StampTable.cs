using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>The version in a thousand files of fifty thousand: what <c>stamp</c> takes beside <c>cat</c>, which only reads them, and <c>sed</c>, which writes them anew as well.</summary>
internal static class StampTable
{
    private const int Runs = 9;

    public static void Write(TextWriter output, ManyFiles files, string tool)
    {
        var cat = Run("cat", [.. files.Stamped]);

        output.WriteLine("| 1,000 of 50,000 files | median | : cat |");
        output.WriteLine("|---|---:|---:|");
        Row("`cat`, told which", cat);
        Row("`sed --in-place`, told which, which writes anew too", Run("sed", ["--in-place", @"s/\b0\.1\.0\b/1.0.0/", .. files.Stamped]));
        Row("`git ls-files --others --cached`, which finds them", Run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"));
        Row("`stamp --check`, all are right", Run(tool, "stamp", "--check", "--version", "0.1.0"));
        Row("`stamp`, all change", Run(tool, "stamp", "--version", "1.0.0"));
        Row("`dotnet release --help`, which reads nothing", Run(tool, "--help"));

        Stopwatched Run(string program, params string[] arguments) => Stopwatched.Run(files.Repository, Runs, () => files.Repository.Git("checkout", "--quiet", "."), program, arguments);

        void Row(string name, Stopwatched taken) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {taken} | {taken.Milliseconds / cat.Milliseconds:F1} |"));
    }
}
