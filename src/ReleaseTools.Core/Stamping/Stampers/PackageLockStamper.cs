using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>
/// package-lock.json and npm-shrinkwrap.json: what they repeat of the package.json beside them, and of those of its workspaces. What is
/// not there npm does not write, and neither does this.
/// </summary>
/// <param name="versionOf">The version of the package in a folder, by its path from this file; null where it keeps what it has.</param>
internal sealed class PackageLockStamper(Func<string, string?>? versionOf) : IStamper
{
    private const string Key = "version";

    public static ImmutableArray<string> Names { get; } = ["package-lock.json", "npm-shrinkwrap.json"];

    public bool Reads(ReadOnlySpan<char> path)
    {
        foreach (var name in Names)
        {
            if (Path.GetFileName(path).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = JsonLocator.Parse(source, StampDiagnostics.NotJson);
        var packages = JsonStamp.Find(source, root, "packages");

        return
        [
            .. Values(source, "", Key, root, version)
                .Concat((packages?.Members ?? []).SelectMany(member => Values(source, member.Name, $"packages[\"{member.Name}\"].version", member.Value, version)))
                .OrderBy(value => value.Start),
        ];
    }

    private IEnumerable<StampValue> Values(SourceText source, string folder, string key, JsonValue package, string version)
    {
        var wanted = versionOf is not null ? versionOf(folder) : folder.Length == 0 ? version : null;

        if (wanted is not null && JsonStamp.Find(source, package, Key) is { } value)
        {
            yield return JsonStamp.Value(source, key, value, wanted);
        }
    }
}
