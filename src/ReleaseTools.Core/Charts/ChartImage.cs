using System.Collections.Immutable;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>An image that a chart's values name, as <c>artifacthub.io/images</c> tells it.</summary>
/// <param name="Name">The last part of its repository.</param>
/// <param name="Reference">With its registry, tag and digest, as far as they are given.</param>
internal sealed record ChartImage(string Name, string Reference)
{
    private const string Key = "image";

    /// <summary>What says, beside a <c>repository</c>, that it is one of images.</summary>
    private static readonly ImmutableArray<string> Companions = ["tag", "digest", "registry", "pullPolicy"];

    /// <summary>Those with a <c>repository</c>, and those that stand whole under <c>image</c>; each once, in the order of the file.</summary>
    /// <param name="values">What values.yaml holds.</param>
    /// <param name="appVersion">The tag where none is given, as templates usually have it.</param>
    /// <param name="parts">The names under which values go to other charts, whose images these are.</param>
    public static ImmutableArray<ChartImage> In(YamlNode? values, string appVersion, IReadOnlySet<string> parts)
    {
        var images = ImmutableArray.CreateBuilder<ChartImage>();
        var open = new Stack<(string Key, YamlNode Node)>(values is null ? [] : [("", values)]);

        while (open.TryPop(out var at))
        {
            if (Read(at.Key, YamlScalar.Resolve(at.Node), appVersion) is { } image)
            {
                images.Add(image);
            }

            foreach (var child in at.Node.Items.Select(item => (at.Key, item)).Concat(at.Node.Entries.Where(entry => !ReferenceEquals(at.Node, values) || !parts.Contains(entry.Key.Text)).Select(entry => (entry.Key.Text, entry.Value))).Reverse())
            {
                open.Push(child);
            }
        }

        return [.. images.DistinctBy(image => image.Reference)];
    }

    /// <param name="key">What the node stands under.</param>
    /// <param name="node">No alias.</param>
    /// <param name="appVersion">The tag where none is given.</param>
    private static ChartImage? Read(string key, YamlNode node, string appVersion)
    {
        if (node.Kind != YamlKind.Mapping)
        {
            return key == Key && YamlScalar.IsString(node) ? Whole(node.Text) : null;
        }

        if (Text(node, "repository") is not { } repository
            || !(key.EndsWith(Key, StringComparison.OrdinalIgnoreCase) || Companions.Any(companion => YamlMerge.Find(node, companion) is not null)))
        {
            return null;
        }

        var digest = Text(node, "digest");
        var tag = Text(node, "tag") ?? (digest is null ? appVersion : "");
        return Of(Text(node, "registry") is { } registry ? $"{registry}/{repository}" : repository, (tag.Length > 0 ? ":" + tag : "") + (digest is null ? "" : "@" + digest));
    }

    /// <summary>A word alone may be anything, so a tag, a digest or a slash is asked for.</summary>
    private static ChartImage? Whole(string text)
    {
        var name = text.Split('@')[0];
        var colon = name.IndexOf(':', name.LastIndexOf('/') + 1);
        var place = colon < 0 ? name : name[..colon];
        return place != text || place.Contains('/', StringComparison.Ordinal) ? Of(place, text[place.Length..]) : null;
    }

    /// <summary>A repository of charts has an address, and no image has; what a template or a block of text says is no tag.</summary>
    private static ChartImage? Of(string place, string version) => ImageMention.IsName(place) && !version.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '{' or '}')
        ? new(place[(place.LastIndexOf('/') + 1)..], place + version)
        : null;

    private static string? Text(YamlNode node, string key) =>
        YamlMerge.Find(node, key) is { Text.Length: > 0 } found && !YamlScalar.IsCollection(found) && !YamlScalar.IsNull(found) && !YamlScalar.IsTruth(found) ? found.Text : null;
}
