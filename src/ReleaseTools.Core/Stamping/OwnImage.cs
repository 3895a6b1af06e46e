using System.Collections.Immutable;
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

    /// <summary>Complains of every place in a text that names a tag of the image that the version is not published under.</summary>
    public IEnumerable<(int Start, Diagnostic Complaint)> StraysIn(SourceText source) =>
        ImageMention.In(source.Text, Name).Where(mention => !mention.IsPinned).Select(mention => Stray(source, mention.Tag, mention.Start)).OfType<(int, Diagnostic)>();

    /// <summary>The same for what a values file says of its images.</summary>
    public IEnumerable<(int Start, Diagnostic Complaint)> StraysIn(SourceText source, YamlNode? root) =>
        In(root).Where(image => IsNamed(image.Name)).Select(image => Stray(source, image.Tag.Text, image.Tag.Start)).OfType<(int, Diagnostic)>();

    private bool IsNamed(string name) => ImageMention.In($"{name}:tag", Name) is not [];

    private (int, Diagnostic)? Stray(SourceText source, string tag, int start) =>
        Version.ImageTags.Contains(tag) || LineAt(source.Text, start).Contains(Keep, StringComparison.Ordinal) ? null
            : (start, StampDiagnostics.StrayTag(source.SpotAt(start), Name, tag, string.Join("', '", Version.ImageTags)));

    private static ReadOnlySpan<char> LineAt(string text, int offset)
    {
        var start = text.LastIndexOf('\n', offset) + 1;
        var end = text.IndexOf('\n', offset);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start);
    }

    private static string? Text(YamlNode node, string key) => Find(node, key) is { Text: { Length: > 0 } text } ? text : null;

    private static YamlNode? Find(YamlNode node, string key) =>
        node.Entries.Select(entry => (entry.Key.Text, entry.Value)).FirstOrDefault(entry => entry.Text == key).Value is { Kind: YamlKind.Plain or YamlKind.SingleQuoted or YamlKind.DoubleQuoted } found ? found : null;
}
