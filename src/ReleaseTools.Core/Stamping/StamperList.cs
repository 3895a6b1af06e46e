using System.Collections.Immutable;
using ReleaseTools.Stamping.Stampers;

namespace ReleaseTools.Stamping;

/// <summary>Every kind of file that can carry the version.</summary>
internal static class StamperList
{
    /// <summary>Kinds that are known by their names, wherever they lie.</summary>
    public static ImmutableArray<IStamper> All { get; } =
    [
        new ChartStamper(ChartPolicy.Lockstep),
        new PackageJsonStamper(),
        new PackageLockStamper(versionOf: null),
    ];

    /// <summary>Kinds that are known by their names where version.json lists the file.</summary>
    public static ImmutableArray<IStamper> Listed { get; } =
    [
        new ProjectFileStamper(),
        new MakefileStamper(),
        new DockerfileStamper(),
        new TomlProjectStamper(),
    ];

    /// <summary>For a place that version.json names, by the setting's name; null where the text is no such place.</summary>
    public static ImmutableArray<(string Setting, string Example, Func<string, IStamper?> Create)> ByPlace { get; } =
    [
        ("yaml", "image.tag", text => ValuePath.Read(text) is { } path ? new YamlPathStamper(path) : null),
        ("json", "info.version", text => ValuePath.Read(text) is { } path ? new JsonPathStamper(path) : null),
        ("xml", "Project/PropertyGroup/Version", XmlPathStamper.Read),
        ("image", "ghcr.io/acme/api", ImageStamper.Read),
        ("toml", "package.version", text => ValuePath.Read(text) is { } path ? new TomlPathStamper(path) : null),
    ];

    /// <summary>The stamper for a file, by its path; null where none reads it.</summary>
    public static IStamper? Find(ReadOnlySpan<char> path)
    {
        // Asked of every file of a repository.
        foreach (var stamper in All)
        {
            if (stamper.Reads(path))
            {
                return stamper;
            }
        }

        return null;
    }
}
