using System.Collections.Immutable;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>An image that a chart's values name, as <c>artifacthub.io/images</c> tells it.</summary>
/// <param name="Name">The last part of its repository.</param>
/// <param name="Reference">With its registry, tag and digest, as far as they are given.</param>
internal sealed record ChartImage(string Name, string Reference)
{
    /// <summary>Those with a <c>repository</c>, and those that stand whole under <c>image</c>; each once, in the order of the file.</summary>
    /// <param name="values">What values.yaml holds.</param>
    /// <param name="appVersion">The tag where none is given, as templates usually have it.</param>
    public static ImmutableArray<ChartImage> In(YamlNode? values, string appVersion)
    {
        var images = ImmutableArray.CreateBuilder<ChartImage>();
        var open = new Stack<YamlNode>(values is null ? [] : [values]);

        while (open.TryPop(out var node))
        {
            if (Read(node, appVersion) is { } image)
            {
                images.Add(image);
            }

            foreach (var child in node.Items.Concat(node.Entries.Select(entry => entry.Value)).Reverse())
            {
                open.Push(child);
            }
        }

        return [.. images.DistinctBy(image => image.Reference)];
    }

    private static ChartImage? Read(YamlNode node, string appVersion)
    {
        if (Text(node, "repository") is { } repository)
        {
            var place = Text(node, "registry") is { } registry ? $"{registry}/{repository}" : repository;
            var tag = Text(node, "tag") ?? appVersion;
            return Of(place, (tag.Length > 0 ? ":" + tag : "") + (Text(node, "digest") is { } digest ? "@" + digest : ""));
        }

        return Text(node, "image") is { } whole && whole.IndexOf(':', whole.LastIndexOf('/') + 1) is var colon ? Of(colon < 0 ? whole : whole[..colon], colon < 0 ? "" : whole[colon..]) : null;
    }

    /// <summary>A repository of charts has an address, and no image has.</summary>
    private static ChartImage? Of(string place, string version) => ImageMention.IsName(place) ? new(place[(place.LastIndexOf('/') + 1)..], place + version) : null;

    private static string? Text(YamlNode node, string key) =>
        node.Entries.Where(entry => entry.Key.Text == key).Select(entry => YamlScalar.Resolve(entry.Value)).FirstOrDefault() is { Text.Length: > 0 } found && !YamlScalar.IsCollection(found) && !YamlScalar.IsNull(found) ? found.Text : null;
}
