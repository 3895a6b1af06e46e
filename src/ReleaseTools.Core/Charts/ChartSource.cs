using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>A chart as it lies in its folder, or came out of an archive: what <c>.helmignore</c> leaves of it.</summary>
/// <param name="Place">How it is named in diagnostics: the folder or the archive.</param>
/// <param name="Files">Each path once, in the order of their paths.</param>
internal sealed record ChartSource(string Place, ImmutableArray<ChartFile> Files)
{
    /// <summary>The name of its folder; null where it came out of an archive.</summary>
    public string? Folder { get; init; }

    public ChartFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>A file's text, named as people would name it.</summary>
    /// <exception cref="ReleaseException">RT3001: it is no text.</exception>
    public SourceText Text(ChartFile file) => SourceText.Parse(NameOf(file.Path), file.Content.Span);

    /// <summary>The same chart with another content of one of its files.</summary>
    public ChartSource With(string path, byte[] content) => this with { Files = [.. Files.Select(file => file.Path == path ? file with { Content = content } : file)] };

    public string NameOf(string path) => Place is "" or "." ? path : $"{Place}/{path}";

    public SourceSpot SpotOf(string path) => new(NameOf(path), 1, 1);

    /// <exception cref="ReleaseException">RT3…, RT7050 or RT7051: there is no Chart.yaml, or nothing can be read from it.</exception>
    public ChartYaml ReadChartYaml() => Find(ChartYaml.FileName) is { } file
        ? ChartYaml.Parse(Text(file))
        : throw new ReleaseException(ChartDiagnostics.NoChartYaml(Place));
}
