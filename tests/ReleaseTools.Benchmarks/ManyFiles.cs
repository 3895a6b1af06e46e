using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>A repository of 50,000 files, a thousand of which carry the version: charts and packages, a kilobyte each.</summary>
internal sealed class ManyFiles : IDisposable
{
    private const int Others = 49_000;
    private const int EachKind = 500;

    private readonly TempFolder _folder;

    /// <param name="place">The folder it is to lie in.</param>
    public ManyFiles(string place)
    {
        _folder = new(place);
        Repository = new(_folder, "work");

        foreach (var number in Enumerable.Range(0, EachKind).Select(number => number.ToString(CultureInfo.InvariantCulture)))
        {
            Write($"deploy/{number}/Chart.yaml", $"""
                apiVersion: v2
                name: chart{number}
                {string.Concat(Enumerable.Repeat("# A remark, as people who look after a chart leave one.\n", 18))}
                version: 0.1.0
                appVersion: "0.1.0"
                """);
            Write($"web/{number}/package.json", $$"""
                {
                  "name": "package{{number}}",
                  "version": "0.1.0",
                  "dependencies": {
                {{string.Join(",\n", Enumerable.Range(0, 40).Select(i => $"    \"dependency{i}\": \"^1.2.3\""))}}
                  }
                }
                """);
        }

        for (var number = 0; number < Others; number++)
        {
            Repository.Write(string.Create(CultureInfo.InvariantCulture, $"src/part{number / 100}/File{number}.cs"), "");
        }

        Repository.Write("version.json", """{ "version": "0.1" }""").Commit("feat: begin");
    }

    public TempRepository Repository { get; }

    /// <summary>Those that carry the version.</summary>
    public List<string> Stamped { get; } = [];

    public void Dispose() => _folder.Dispose();

    private void Write(string path, string text)
    {
        Repository.Write(path, text);
        Stamped.Add(path);
    }
}
