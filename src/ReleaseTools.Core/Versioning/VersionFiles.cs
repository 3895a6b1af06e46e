using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning;

/// <summary>Turns the version files above a project into the options that hold for it: the nearest file, over what it inherits.</summary>
internal static class VersionFiles
{
    /// <summary>Null where there is no version file.</summary>
    /// <exception cref="ReleaseException">RT20…: a file that counts is wrong.</exception>
    public static VersionOptions? Parse(VersionFileSet set) => Parse(set.Files);

    /// <summary>Like <see cref="Parse(VersionFileSet)"/>, for old commits: a file nobody can read any more means no version there.</summary>
    public static VersionOptions? ReadOld(VersionFileSet set)
    {
        try
        {
            return Parse(set.Files);
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    /// <summary>
    /// Which of the files, the nearest first, gives the version: the first that says one, of those that each inherit from the next.
    /// Where none does, the nearest is the one to say it; null where there is none.
    /// </summary>
    public static VersionFileText? FindGiver(VersionFileSet set)
    {
        VersionFileText? nearest = null;

        foreach (var file in set.Files)
        {
            nearest ??= file;

            if (IsTxt(file.Path))
            {
                return file;
            }

            var root = JsonLocator.Parse(SourceText.From(file.Path, file.Text));

            if (Find(root, "version") is { Value.Kind: not JsonValueKind.Null })
            {
                return file;
            }

            if (Find(root, "inherit") is not { Value.Text: var inherits } || !inherits.Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }
        }

        return nearest;
    }

    public static bool IsTxt(string path) => path.EndsWith(".txt", StringComparison.Ordinal);

    /// <summary>What the older form says: the version on the first line, and a prerelease on the second.</summary>
    public static string TextOfTxt(SourceText source)
    {
        var lines = source.Text.Split('\n', 3).Select(line => line.Trim()).ToArray();
        return lines.ElementAtOrDefault(1) is { Length: > 0 } prerelease ? $"{lines[0]}-{prerelease.TrimStart('-')}" : lines[0];
    }

    /// <summary>The member that counts: the last of that name, in any case.</summary>
    public static JsonMember? Find(JsonValue root, string key) =>
        root.Members.LastOrDefault(member => member.Name.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static VersionOptions? Parse(ImmutableArray<VersionFileText> files)
    {
        if (files is [])
        {
            return null;
        }

        var source = SourceText.From(files[0].Path, files[0].Text);

        return IsTxt(files[0].Path)
            ? VersionTxt(source)
            : VersionOptionsReader.Read(source, () => Parse(files.RemoveAt(0)));
    }

    private static VersionOptions VersionTxt(SourceText source)
    {
        var text = TextOfTxt(source);
        var version = VersionSpec.Read(text) ?? throw new ReleaseException(ConfigurationDiagnostics.NotAVersion(source.SpotAt(0), "version", text));
        return VersionOptions.Default with { Version = version };
    }
}
