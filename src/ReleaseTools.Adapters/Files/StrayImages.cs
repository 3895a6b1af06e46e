using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Stamping;
using ReleaseTools.Stamping.Stampers;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Files;

/// <summary>
/// Looks through values files and documents for tags of the repository's own images that the version is not published under. Its own are
/// those with a tag that is stamped, and those a project file names as its container repository.
/// </summary>
/// <param name="root">The repository's.</param>
/// <param name="files">Those that git knows and that may name an image, from the root.</param>
/// <param name="isMeant">Whether a file is to be looked through.</param>
/// <param name="versionOf">The version for a file, by its path from the root.</param>
internal sealed class StrayImages(string root, ImmutableArray<string> files, Func<string, bool> isMeant, Func<string, StampVersion> versionOf)
{
    private static readonly ImmutableArray<ImmutableArray<string>> ProjectProperties =
    [
        ["Project", "PropertyGroup", "ContainerRepository"],
        ["Project", "PropertyGroup", "ContainerImageName"],
    ];

    private readonly RepositoryPath _paths = new(root);

    /// <param name="rules">What version.json lists.</param>
    /// <param name="plans">What is stamped; those places are right once it is.</param>
    public ImmutableArray<Diagnostic> Find(ImmutableArray<StampRule> rules, ImmutableArray<StampPlan> plans)
    {
        var found = StampSearch.Kept(files.Where(file => isMeant(file) && !IsOfReleases(file))).ToArray();
        OwnImage[] images = [.. Listed(rules).Concat(plans.SelectMany(InValues)).Concat(found.Where(file => IsProject(file)).SelectMany(InProject)).DistinctBy(image => image.Name)];
        var stamped = plans.SelectMany(plan => plan.Values.Select(value => (plan.Source.Path, value.Start))).ToHashSet();

        return images is [] ? [] :
        [
            .. found.Where(file => !IsProject(file)).Order(StringComparer.Ordinal).Select(Read).OfType<SourceText>()
                .SelectMany(source => Strays(source, images, start => stamped.Contains((source.Path, start))).OrderBy(stray => stray.Start).Select(stray => stray.Complaint)),
        ];
    }

    private IEnumerable<OwnImage> Listed(ImmutableArray<StampRule> rules) =>
        rules.Where(rule => rule.Place is ImageStamper).Select(rule => new OwnImage(((ImageStamper)rule.Place!).Image, versionOf(rule.Spot.File)));

    private IEnumerable<OwnImage> InValues(StampPlan plan) => IsValues(plan.Source.Path)
        ? OwnImage.In(YamlLocator.Parse(plan.Source)).Where(image => plan.Values.Any(value => value.Start == image.Tag.Start)).Select(image => new OwnImage(image.Name, versionOf(plan.Source.Path)))
        : [];

    private IEnumerable<OwnImage> InProject(string file)
    {
        try
        {
            return Read(file) is { } source
                ? [.. ProjectProperties.SelectMany(path => XmlLocator.Find(source, path)).Select(value => value.Text).Where(ImageMention.IsName).Select(name => new OwnImage(name, versionOf(file)))]
                : [];
        }
        catch (ReleaseException)
        {
            return [];
        }
    }

    private static IEnumerable<(int Start, Diagnostic Complaint)> Strays(SourceText source, OwnImage[] images, Func<int, bool> isStamped)
    {
        var root = IsValues(source.Path) ? ReadYaml(source) : null;
        return images.SelectMany(image => image.StraysIn(source, root, isStamped)).DistinctBy(stray => stray.Start);
    }

    /// <summary>Null for what nobody asked to be stamped and is no text, or is too large for one that people write.</summary>
    private SourceText? Read(string file)
    {
        try
        {
            return Path.Combine(root, file) is var path && File.Exists(path) && _paths.Find(path) is { } real ? StampFile.Read(file, real) : null;
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    private static YamlNode? ReadYaml(SourceText source)
    {
        try
        {
            return YamlLocator.Parse(source);
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    /// <summary>Whether a file may name an image, by its name.</summary>
    public static bool MayName(ReadOnlySpan<char> file) => IsProject(file) || IsValues(file) || IsDocument(file);

    private static bool IsProject(ReadOnlySpan<char> file) => Path.GetExtension(file) is ".csproj" or ".fsproj" or ".vbproj" || Path.GetFileName(file) is "Directory.Build.props" or "Directory.Build.targets";

    private static bool IsValues(ReadOnlySpan<char> file) => Path.GetExtension(file) is ".yaml" or ".yml" && Path.GetFileName(file).StartsWith("values", StringComparison.Ordinal);

    /// <summary>Changelogs and release notes speak of other versions all the time.</summary>
    private static bool IsDocument(ReadOnlySpan<char> file) =>
        Path.GetExtension(file).Equals(".md", StringComparison.OrdinalIgnoreCase)
        && !Path.GetFileName(file).StartsWith("CHANGELOG", StringComparison.OrdinalIgnoreCase)
        && !Path.GetFileName(file).StartsWith("RELEASE", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfReleases(string file) => IsDocument(file) && file.Contains("releases/", StringComparison.OrdinalIgnoreCase);
}
