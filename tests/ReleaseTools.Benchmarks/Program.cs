// Measures and prints the tables of docs/benchmarks.md: dotnet run -c Release --project tests/ReleaseTools.Benchmarks
using ReleaseTools.Benchmarks;

var sizes = args is [] ? [1_000, 10_000, 100_000] : args.Select(int.Parse).ToArray();

Console.WriteLine("| commits | `git rev-list --parents HEAD` | `dotnet release version` | ratio | memory | `nbgv get-version` | nbgv : ours |");
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");

foreach (var size in sizes)
{
    using var history = new LongHistory(size);
    VersionTable.Write(Console.Out, history, hasGraph: false);
    history.WriteCommitGraph();
    VersionTable.Write(Console.Out, history, hasGraph: true);
}
