using System.Text.Json;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Commits;
using ReleaseTools.Commits.Rules;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Commits;

/// <summary>The rules a folder's commits are held to: those of version.json, or of a file of commitlint's own, the nearest one upwards in the repository.</summary>
internal sealed class LintConfigurationFiles(string root)
{
    private const string Property = "commitlint";
    private const string VersionFile = "version.json";

    /// <summary>In commitlint's order.</summary>
    private static readonly string[] Places =
    [
        VersionFile, "package.json", "package.yaml", ".commitlintrc", ".commitlintrc.json", ".commitlintrc.yaml", ".commitlintrc.yml",
        ".commitlintrc.js", ".commitlintrc.cjs", ".commitlintrc.mjs", "commitlint.config.js", "commitlint.config.cjs", "commitlint.config.mjs",
        ".commitlintrc.ts", ".commitlintrc.cts", ".commitlintrc.mts", "commitlint.config.ts", "commitlint.config.cts", "commitlint.config.mts",
    ];

    /// <param name="folder">Where the search begins. It ends at the repository's root; without a repository this is the only folder.</param>
    /// <param name="named">A file to read instead, where the user names one.</param>
    /// <exception cref="ReleaseException">RT2002, RT2007 or RT21…: a configuration is wrong.</exception>
    public static LintConfiguration Read(string folder, string? named)
    {
        var upwards = Upwards(folder).ToArray();
        var files = new LintConfigurationFiles(upwards[^1]);

        var found = named is not null ? files.Named(Path.GetFullPath(named, folder), named) : upwards.SelectMany(files.In).FirstOrDefault();
        return found.Path is null ? LintConfiguration.Default : files.Resolve(found.Path, found.Layer);
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        var top = folder;

        while (top is not null && !Path.Exists(Path.Combine(top, ".git")))
        {
            top = Path.GetDirectoryName(top);
        }

        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;

            if (top is null || current == top)
            {
                yield break;
            }
        }
    }

    private IEnumerable<(string Path, LintLayer Layer)> In(string folder)
    {
        foreach (var path in Places.Select(place => Path.Combine(folder, place)).Where(File.Exists))
        {
            if (Find(path) is { } layer)
            {
                yield return (path, layer);
            }
        }
    }

    private (string Path, LintLayer Layer) Named(string path, string named) => File.Exists(path) && IsIn(path)
        ? (path, Find(path) ?? throw new ReleaseException(LintConfigurationDiagnostics.NoRules(named)))
        : throw new ReleaseException(LintConfigurationDiagnostics.NoSuchConfiguration(named));

    private LintConfiguration Resolve(string path, LintLayer layer)
    {
        var configuration = LintConfiguration.From([.. Extended(path, layer, [path]).Append(layer).Select(WithScopes)]);
        return configuration.Rules is [] && layer.Off is [] ? throw new ReleaseException(LintConfigurationDiagnostics.NoRules(NameOf(path))) : configuration;
    }

    /// <summary>What is extended comes before what extends it.</summary>
    private IEnumerable<LintLayer> Extended(string path, LintLayer layer, string[] stack) => layer.Extends.SelectMany(extended =>
    {
        if (!extended.Name.StartsWith('.'))
        {
            return [SharedRules.Find(extended.Name) ?? throw new ReleaseException(LintConfigurationDiagnostics.UnknownShared(extended.Spot, extended.Name, SharedRules.Names))];
        }

        var plain = Path.GetFullPath(extended.Name, Path.GetDirectoryName(path)!);
        var file = new[] { plain, $"{plain}.json" }.FirstOrDefault(candidate => File.Exists(candidate) && IsIn(candidate))
            ?? throw new ReleaseException(LintConfigurationDiagnostics.NoSuchExtended(extended.Spot, extended.Name));

        if (stack.Contains(file))
        {
            throw new ReleaseException(LintConfigurationDiagnostics.ExtendsItself(extended.Spot, extended.Name));
        }

        var inner = Find(file) ?? new();
        return (IEnumerable<LintLayer>)[.. Extended(file, inner, [.. stack, file]), inner];
    });

    /// <summary>With a rule for the scopes that the repository's own parts give, beside those the layer lists itself.</summary>
    private LintLayer WithScopes(LintLayer layer)
    {
        if (layer.Scopes is [])
        {
            return layer;
        }

        var listed = layer.Rules.FirstOrDefault(setting => setting.Rule is ScopeEnum) ?? new(new ScopeEnum(), Severity.Error);

        // What the repository holds may be named: a rule that is off forbids none of it, and one that forbids scopes lists others.
        if (listed.IsNever || layer.Off.Contains(listed.Rule.Name))
        {
            return layer;
        }

        var names = new ScopeNames(root);
        var rule = listed with { Value = listed.Value with { Texts = [.. listed.Value.Texts.Concat(layer.Scopes.SelectMany(names.From)).Distinct()] } };
        return layer with { Rules = [.. layer.Rules.Where(setting => setting.Rule is not ScopeEnum), rule] };
    }

    /// <summary>Null where a file says nothing of commit rules, and the search goes on.</summary>
    private LintLayer? Find(string path)
    {
        var name = Path.GetFileName(path);

        if (!IsIn(path))
        {
            throw new ReleaseException(LintConfigurationDiagnostics.NoSuchConfiguration(NameOf(path)));
        }

        if (Path.GetExtension(name) is ".js" or ".cjs" or ".mjs" or ".ts" or ".cts" or ".mts")
        {
            throw new ReleaseException(LintConfigurationDiagnostics.IsProgram(NameOf(path)));
        }

        var source = SourceText.Parse(NameOf(path), File.ReadAllBytes(path));
        var reader = new LintLayerReader(source);

        return name switch
        {
            VersionFile => Member(Member(Json(source, "\"commits\""), "releaseTools"), "commits") is { } own ? reader.ReadOwn(own) : null,
            "package.json" => Member(Json(source, $"\"{Property}\""), Property) is { Kind: not JsonValueKind.Null } value ? reader.Read(value) : null,
            "package.yaml" => source.Text.Contains(Property, StringComparison.Ordinal) && Member(Yaml(source), Property) is { Kind: not JsonValueKind.Null } value ? reader.Read(value) : null,
            _ => Whole(source, Path.GetExtension(name)) is { Kind: not JsonValueKind.Null } value ? reader.Read(value) : null,
        };
    }

    /// <summary>A file without an ending is YAML, which JSON is too; YAML is read only where it must be.</summary>
    private static JsonValue? Whole(SourceText source, string ending)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            return null;
        }

        try
        {
            return ending == ".json" || source.Text.TrimStart().StartsWith('{') ? Json(source, "") : Yaml(source);
        }
        catch (ReleaseException) when (ending != ".json" && source.Text.TrimStart().StartsWith('{'))
        {
            return Yaml(source);
        }
    }

    /// <summary>Null without a look at a file that cannot hold what is asked for.</summary>
    private static JsonValue? Json(SourceText source, string needed) =>
        source.Text.Contains(needed, StringComparison.Ordinal) ? JsonLocator.Parse(source, LintConfigurationDiagnostics.NotJson) : null;

    private static JsonValue? Yaml(SourceText source) => YamlLocator.Parse(source) is { } root ? YamlValues.Of(root) : null;

    private static JsonValue? Member(JsonValue? value, string name) => value?.Members.LastOrDefault(member => member.Name == name)?.Value;

    private bool IsIn(string path) => Path.Exists(Path.Combine(root, ".git")) ? new RepositoryPath(root).IsIn(path) : RealPath.IsBelow(path, root);

    private string NameOf(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
