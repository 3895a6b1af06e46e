using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Commits;

/// <summary>The scopes that a repository's own parts give it, by their names.</summary>
internal sealed class ScopeNames(string root)
{
    private static readonly string[] Foreign = ["node_modules", "bower_components", "bin", "obj"];

    private string[]? _files;

    /// <summary>From the root, with forward slashes. What is hidden, built or foreign is passed over, and links are not followed.</summary>
    private string[] Files => _files ??= [.. Walk(new DirectoryInfo(root)).Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];

    /// <exception cref="ReleaseException">A file that is asked cannot be read.</exception>
    public IEnumerable<string> From(ScopeSource source) => source switch
    {
        ScopeSource.Projects => Directory.GetFiles(root, "*.sln").Concat(Directory.GetFiles(root, "*.slnx")).Order(StringComparer.Ordinal).SelectMany(Projects).Distinct(),
        ScopeSource.Charts => Files.Where(file => Path.GetFileName(file) == "Chart.yaml").Select(ChartName).OfType<string>().Distinct(),
        _ => Packages().Distinct(),
    };

    private static IEnumerable<string> Projects(string solution) => Path.GetExtension(solution) == ".slnx"
        ? SolutionPaths(solution).Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
        : File.ReadLines(solution)
            .Where(line => line.StartsWith("Project(", StringComparison.Ordinal))
            .Select(line => line.Split('"'))
            .Where(parts => parts.Length > 5 && parts[5].EndsWith("proj", StringComparison.OrdinalIgnoreCase))
            .Select(parts => parts[3]);

    /// <summary>None of a solution that cannot be read: the build says so.</summary>
    private static IEnumerable<string> SolutionPaths(string solution)
    {
        try
        {
            return [.. XDocument.Load(solution).Descendants("Project").Select(project => project.Attribute("Path")?.Value).OfType<string>()];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private string? ChartName(string file) => YamlLocator.Parse(Source(file)) is { } chart
        ? chart.Entries.FirstOrDefault(entry => entry.Key.Text == "name").Value?.Text is { Length: > 0 } name ? name : null
        : null;

    /// <summary>As @commitlint/config-workspace-scopes has them: without the owner.</summary>
    private IEnumerable<string> Packages()
    {
        var patterns = Patterns("package.json", "workspaces").ToArray() is { Length: > 0 } workspaces ? workspaces : Patterns("lerna.json", "packages");

        return patterns.SelectMany(pattern => pattern.Among(Files))
            .Select(file => Json(file, "name"))
            .Where(name => name is { Kind: JsonValueKind.String, Text.Length: > 0 })
            .Select(name => name!.Text.StartsWith('@') ? name.Text[(name.Text.IndexOf('/') + 1)..] : name.Text);
    }

    private IEnumerable<FilePattern> Patterns(string file, string key)
    {
        var list = File.Exists(Path.Combine(root, file)) ? Json(file, key) : null;
        var items = list?.Kind == JsonValueKind.Object ? list.Members.FirstOrDefault(member => member.Name == "packages")?.Value.Items : list?.Items;
        return (items ?? []).Select(item => FilePattern.Read($"{item.Text.TrimEnd('/')}/package.json", "")).OfType<FilePattern>();
    }

    private JsonValue? Json(string file, string key) =>
        JsonLocator.Parse(Source(file), LintConfigurationDiagnostics.NotJson).Members.LastOrDefault(member => member.Name == key)?.Value;

    private SourceText Source(string file) => SourceText.Parse(file, File.ReadAllBytes(Path.Combine(root, file)));

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.') && entry.LinkTarget is null))
        {
            if (entry is not DirectoryInfo inner)
            {
                yield return entry.FullName;
            }
            else if (!Foreign.Contains(entry.Name))
            {
                foreach (var file in Walk(inner))
                {
                    yield return file;
                }
            }
        }
    }
}
