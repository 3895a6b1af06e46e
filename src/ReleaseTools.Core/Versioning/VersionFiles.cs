using System.Collections.Immutable;
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

    private static VersionOptions? Parse(ImmutableArray<VersionFileText> files)
    {
        if (files is [])
        {
            return null;
        }

        var source = SourceText.From(files[0].Path, files[0].Text);

        return files[0].Path.EndsWith(".txt", StringComparison.Ordinal)
            ? VersionTxt(source)
            : VersionOptionsReader.Read(source, () => Parse(files.RemoveAt(0)));
    }

    /// <summary>The older form: the version on the first line, and a prerelease on the second.</summary>
    private static VersionOptions VersionTxt(SourceText source)
    {
        var lines = source.Text.Split('\n', 3).Select(line => line.Trim()).ToArray();
        var prerelease = lines.ElementAtOrDefault(1) is { Length: > 0 } tag ? "-" + tag.TrimStart('-') : "";
        var version = VersionSpec.Read(lines[0] + prerelease)
            ?? throw new ReleaseException(ConfigurationDiagnostics.NotAVersion(source.SpotAt(0), "version", lines[0] + prerelease));
        return VersionOptions.Default with { Version = version };
    }
}
