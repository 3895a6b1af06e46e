using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>The tags of one image wherever a text names it, as install examples do. Floating tags, of less than three numbers, stay unless such a one is written, and so do those of another variant.</summary>
/// <param name="image">The image's name; one without a registry is meant under any.</param>
internal sealed class ImageStamper(string image) : IStamper
{
    public string Image => image;

    /// <summary>Null where the text is no name of an image.</summary>
    public static ImageStamper? Read(string text) => ImageMention.IsName(text) ? new(text) : null;

    public bool Reads(ReadOnlySpan<char> path) => true;

    /// <exception cref="ReleaseException">RT3030 or RT3031: no whole version of the image is named, or one is that a digest pins.</exception>
    public ImmutableArray<StampValue> Find(SourceText source, string version) => FindAny(source, version) is { Length: > 0 } values
        ? values
        : throw new ReleaseException(StampDiagnostics.NoMention(source.SpotAt(0), image, isOfMany: false));

    /// <summary>As <see cref="Find"/>, for a file that need not name the image.</summary>
    /// <exception cref="ReleaseException">RT3031: a digest pins what is named.</exception>
    public ImmutableArray<StampValue> FindAny(SourceText source, string version)
    {
        var mentions = ImageMention.In(source.Text, image).Where(mention => IsMeant(mention.Tag, version)).ToArray();

        return mentions.FirstOrDefault(mention => mention.IsPinned) is { } pinned
            ? throw new ReleaseException(StampDiagnostics.PinnedMention(source.SpotAt(pinned.Start), image))
            : [.. mentions.Select(mention => StampValue.Of(image, mention.Tag, version, mention.Start))];
    }

    /// <summary>A variant, as <c>-alpine</c>, is another image, which this version may not have. A floating tag is meant where such a one is written, so that it is found again.</summary>
    private static bool IsMeant(string tag, string version)
    {
        var written = VersionTag.Read(version);

        return tag == version
            || (VersionTag.Read(tag) is { } read && (read.Numbers == 3 || read.Numbers == written?.Numbers) && (read.Variant.Length == 0 || read.Variant == written?.Variant));
    }
}
