using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>package.json: the package's version. One that is never published, as a workspace's root, has none and needs none.</summary>
internal sealed class PackageJsonStamper : IStamper
{
    private const string Key = "version";

    public bool Reads(ReadOnlySpan<char> path) => Path.GetFileName(path) is "package.json";

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = JsonLocator.Parse(source, StampDiagnostics.NotJson, only: Key);

        if (root.Kind != JsonValueKind.Object)
        {
            throw new ReleaseException(StampDiagnostics.NotAMapping(source.SpotAt(root.Start), "The document"));
        }

        var members = root.Members;

        return members.Length > 1
            ? throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(members[1].NameStart), Key))
            : [.. members.Select(member => JsonStamp.Value(source, Key, member.Value, version))];
    }
}
