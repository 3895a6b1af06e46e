using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A version file that was read, and what it says on the version itself.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Version">Its <c>version</c>, or null where it gives none.</param>
/// <param name="Prerelease">What it makes of an inherited version's prerelease, or null.</param>
/// <param name="Inherits">Whether it goes on to the next file above.</param>
internal sealed record FileEvidence(string Path, WrittenValue? Version, WrittenValue? Prerelease, bool Inherits)
{
    /// <summary>The nearest file, and those it inherits from, upwards. The files are known to be in order.</summary>
    public static ImmutableArray<FileEvidence> Read(VersionFileSet set)
    {
        var chain = ImmutableArray.CreateBuilder<FileEvidence>();

        foreach (var file in set.Files)
        {
            chain.Add(Read(SourceText.From(file.Path, file.Text)));

            if (!chain[^1].Inherits)
            {
                break;
            }
        }

        return chain.ToImmutable();
    }

    private static FileEvidence Read(SourceText source)
    {
        if (VersionFiles.IsTxt(source.Path))
        {
            return new(source.Path, new(VersionFiles.TextOfTxt(source), source.SpotAt(0)), Prerelease: null, Inherits: false);
        }

        var root = JsonLocator.Parse(source);
        var inherits = bool.TryParse(VersionFiles.Find(root, "inherit")?.Value.Text, out var inherit) && inherit;
        return new(source.Path, Written(source, root, "version"), inherits ? Written(source, root, "prerelease") : null, inherits);
    }

    private static WrittenValue? Written(SourceText source, JsonValue root, string key) =>
        VersionFiles.Find(root, key)?.Value is { Kind: not JsonValueKind.Null } value ? new(value.Text, source.SpotAt(value.Start)) : null;
}
