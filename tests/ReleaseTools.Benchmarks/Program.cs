// Measures and prints the tables of docs/benchmarks.md: dotnet run -c Release --project tests/ReleaseTools.Benchmarks
// Only that of builds, behind '--': builds. Only that of stamps: stamps. Only that of lint: lint. Only that of changelogs: changelog. Only that of versions, for histories of these lengths: 1000 10000.
using System.Globalization;
using ReleaseTools.Benchmarks;
using ReleaseTools.Testing;

if (args is [] or ["builds"])
{
    using var builds = new StringWriter();
    BuildTable.Write(builds);
    PackedPackage.Forget();
    Console.WriteLine($"\n## A build that has nothing to do\n\n{builds}");
}

if (args is ["builds"])
{
    return;
}

var tools = new List<(string Name, string Path)>();

if (NativeTool.Publish() is var (path, framework))
{
    tools.Add(($"native code, made with the compiler of {framework}", path));
}

tools.Add(("compiled just in time", BuiltTool.Path));

if (args is [] or ["stamps"])
{
    // In memory as well where that is to be had: there no disk has a part in it.
    foreach (var (place, what) in new[] { ("/dev/shm", "in memory"), (Path.GetTempPath(), "on disk") }.Where(one => Directory.Exists(one.Item1)))
    {
        using var files = new ManyFiles(place);

        foreach (var (name, tool) in tools)
        {
            Console.WriteLine($"\n## `dotnet release stamp`, {what}, {name}\n");
            StampTable.Write(Console.Out, files, tool);
        }
    }
}

if (args is ["stamps"])
{
    return;
}

if (args is [] or ["lint"])
{
    Console.WriteLine("\n## `dotnet release lint`\n");
    LintTable.WriteHead(Console.Out);
    LintTable.Write(Console.Out, tools);
}

if (args is ["lint"])
{
    return;
}

if (args is [] or ["changelog"])
{
    foreach (var (name, tool) in tools)
    {
        Console.WriteLine($"\n## `dotnet release changelog --all`, {name}\n");
        ChangelogTable.Write(Console.Out, tool);
    }
}

if (args is ["changelog"])
{
    return;
}

var sizes = args is [] ? [1_000, 10_000, 100_000] : args.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
var tables = tools.ToDictionary(tool => tool, _ => new StringWriter());

foreach (var table in tables.Values)
{
    VersionTable.WriteHead(table);
}

foreach (var size in sizes)
{
    using var history = new LongHistory(size);

    foreach (var hasGraph in new[] { false, true })
    {
        if (hasGraph)
        {
            history.WriteCommitGraph();
        }

        foreach (var (tool, table) in tables)
        {
            VersionTable.Write(table, history, tool.Path, hasGraph);
        }
    }
}

foreach (var (tool, table) in tables)
{
    Console.WriteLine($"\n## `dotnet release version`, {tool.Name}\n\n{table}");
}
