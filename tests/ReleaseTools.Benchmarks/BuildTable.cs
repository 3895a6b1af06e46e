using System.Diagnostics;
using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>A build of twenty projects that has nothing to do: without the package, with it, and with a program for each project. In turns, each turn in another order, so that all share the machine's moods.</summary>
internal static class BuildTable
{
    private const int Runs = 20;

    public static void Write(TextWriter output)
    {
        (string Name, TwentyProjects Projects, List<double> Seconds)[] rows =
        [
            ("without the package", new(""), []),
            ("with the package", new(TwentyProjects.WithPackage), []),
            ("with a program per project", new(TwentyProjects.WithProgram), []),
        ];

        // The first turn warms the disk up and does not count.
        for (var turn = 0; turn <= Runs; turn++)
        {
            for (var place = 0; place < rows.Length; place++)
            {
                var (_, projects, seconds) = rows[(turn + place) % rows.Length];
                var clock = Stopwatch.StartNew();
                DotnetCommand.Run(projects.Folder, "build", "--no-restore", "-m:2", "-nodeReuse:false", "-verbosity:quiet").Expect();

                if (turn > 0)
                {
                    seconds.Add(clock.Elapsed.TotalSeconds);
                }
            }
        }

        output.WriteLine("| no-op `dotnet build --no-restore` of 20 projects | median | fastest | : without |");
        output.WriteLine("|---|---:|---:|---:|");
        var yardstick = Median(rows[0].Seconds);

        foreach (var (name, projects, seconds) in rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(seconds):F2} s | {seconds.Min():F2} s | {Median(seconds) / yardstick:F2} |"));
            projects.Dispose();
        }
    }

    private static double Median(List<double> values) => values.Order().Skip((Runs / 2) - 1).Take(2).Average();
}
