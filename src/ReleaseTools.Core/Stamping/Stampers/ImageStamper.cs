using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>The tags of one image wherever a text names it, as install examples do. Floating tags, of less than three numbers, stay.</summary>
/// <param name="image">The image's name; one without a registry is meant under any.</param>
internal sealed partial class ImageStamper(string image) : IStamper
{
    public string Image => image;

    /// <summary>Null where the text is no name of an image.</summary>
    public static ImageStamper? Read(string text) => ImageMention.IsName(text) ? new(text) : null;

    public bool Reads(string path) => true;

    /// <exception cref="ReleaseException">RT3030 or RT3031: no whole version of the image is named, or one is that a digest pins.</exception>
    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var mentions = ImageMention.In(source.Text, image).Where(mention => Whole.IsMatch(mention.Tag)).ToArray();

        return mentions switch
        {
            [] => throw new ReleaseException(StampDiagnostics.NoMention(source.SpotAt(0), image)),
            _ when mentions.FirstOrDefault(mention => mention.IsPinned) is { } pinned => throw new ReleaseException(StampDiagnostics.PinnedMention(source.SpotAt(pinned.Start), image)),
            _ => [.. mentions.Select(mention => StampValue.Of(image, mention.Tag, version, mention.Start))],
        };
    }

    [GeneratedRegex(@"\Av?[0-9]+\.[0-9]+\.[0-9]+(?:[-_].*)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole { get; }
}
