using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>An image of this repository, and the version it is published in.</summary>
/// <param name="Name">With or without its registry.</param>
internal sealed record OwnImage(string Name, StampVersion Version)
{
    /// <summary>What stands in a line that names another version on purpose.</summary>
    private const string Keep = "x-release-keep";

    /// <summary>Of one image in one file; whoever mends these has seen what is wrong with the rest.</summary>
    private const int Most = 20;

    /// <summary>What a values file says of its image: <c>registry</c>, <c>repository</c>, and the offset and text of <c>tag</c>.</summary>
    public static IEnumerable<(string Name, YamlNode Tag)> In(YamlNode? root)
    {
        var open = new Stack<YamlNode>(root is null ? [] : [root]);

        while (open.TryPop(out var node))
        {
            if (Text(node, "repository") is { } repository && Find(node, "tag") is { Text.Length: > 0 } tag)
            {
                yield return (Text(node, "registry") is { } registry ? $"{registry}/{repository}" : repository, tag);
            }

            foreach (var child in node.Items.Concat(node.Entries.Select(entry => entry.Value)))
            {
                open.Push(child);
            }
        }
    }

    /// <summary>Complains of the places that name a tag of the image that the version is not published under; of many the last complaint says how many more there are.</summary>
    /// <param name="source">A document, or a values file.</param>
    /// <param name="root">What a values file holds; null for any other.</param>
    /// <param name="isStamped">Whether what begins at an offset is right as soon as it is stamped.</param>
    public IEnumerable<(int Start, Diagnostic Complaint)> StraysIn(SourceText source, YamlNode? root, Func<int, bool> isStamped)
    {
        var kept = KeptLines(source);
        var strays = Mentioned(source).Concat(Said(root)).Where(place => IsStray(place.Tag) && !isStamped(place.Start)).Select(place => (Place: place, Spot: source.SpotAt(place.Start)))
            .Where(one => !kept.Contains(one.Spot.Line)).OrderBy(one => one.Place.Start).ToArray();

        foreach (var ((tag, start, entry), spot) in strays.Take(Most))
        {
            yield return (start, StampDiagnostics.StrayTag(spot, Name, tag, string.Join("', '", Version.ImageTags), entry));
        }

        if (strays.Length > Most)
        {
            yield return (strays[Most].Place.Start, StampDiagnostics.MoreStrays(strays[Most].Spot, Name, strays.Length - Most));
        }
    }

    /// <summary>What a text names, and how an entry of version.json could stamp it; null where none does.</summary>
    private IEnumerable<(string Tag, int Start, string? Entry)> Mentioned(SourceText source) => ImageMention.In(source.Text, Name)
        .Where(mention => mention is { IsPinned: false, IsAddress: false } && (Name.Contains('/', StringComparison.Ordinal) || VersionTag.Read(mention.Tag) is { Numbers: > 1 }))
        .Select(mention => (mention.Tag, mention.Start, VersionTag.Read(mention.Tag) is { IsFloating: false, Variant: "" } ? $"\"image\": \"{Name}\"" : null));

    private IEnumerable<(string Tag, int Start, string? Entry)> Said(YamlNode? root) => In(root)
        .Where(image => IsNamed(image.Name))
        .Select(image => (image.Tag.Text, image.Tag.Start, (string?)"the tag's path as \"yaml\" and \"value\": \"{image-tag}\""));

    private bool IsNamed(string name) => ImageMention.In($"{name}:tag", Name) is not [];

    /// <summary>A word promises no version; and before a release no floating tag moves, so those that are named are the ones of the last.</summary>
    private bool IsStray(string tag) => VersionTag.Read(tag) is { } read && !(read.IsFloating && Version.Prerelease.Length > 0)
        && !Version.ImageTags.Contains(tag) && !(read.Variant.Length > 0 && Version.ImageTags.Contains(read.Version));

    private static HashSet<int> KeptLines(SourceText source)
    {
        var lines = new HashSet<int>();

        for (var at = source.Text.IndexOf(Keep, StringComparison.Ordinal); at >= 0; at = source.Text.IndexOf(Keep, at + Keep.Length, StringComparison.Ordinal))
        {
            lines.Add(source.SpotAt(at).Line);
        }

        return lines;
    }

    private static string? Text(YamlNode node, string key) => Find(node, key) is { Text: { Length: > 0 } text } ? text : null;

    private static YamlNode? Find(YamlNode node, string key) =>
        node.Entries.Select(entry => (entry.Key.Text, entry.Value)).FirstOrDefault(entry => entry.Text == key).Value is { Kind: YamlKind.Plain or YamlKind.SingleQuoted or YamlKind.DoubleQuoted } found ? found : null;
}
