using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseTools.Images;

/// <summary>A place in a text that names an image and a tag of it, as in <c>docker run acme/api:1.4.0</c>.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Start">Offset of the tag.</param>
/// <param name="IsPinned">Whether a digest follows, which says what the image is, whatever its tag.</param>
/// <param name="IsAddress">Whether it is part of an address for a browser, where a host and its port look the same.</param>
internal sealed partial record ImageMention(string Tag, int Start, bool IsPinned, bool IsAddress)
{
    private const int LongestTag = 128;

    /// <summary>Whether a text can be the name of an image, with or without its registry.</summary>
    public static bool IsName(string text) => Name.IsMatch(text);

    /// <param name="text">Any.</param>
    /// <param name="image">The image's name. One without a registry is the same image under any.</param>
    public static ImmutableArray<ImageMention> In(string text, string image)
    {
        var mentions = ImmutableArray.CreateBuilder<ImageMention>();
        var wanted = image + ":";

        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
        {
            if (Before(text, at) is var left && IsBeginning(left, image) && TagAt(text, at + wanted.Length) is { Length: > 0 } tag)
            {
                var start = at + wanted.Length;
                mentions.Add(new(tag, start, text.AsSpan(start + tag.Length).StartsWith("@sha256:"), IsAddress: Address.IsMatch(left)));
            }
        }

        return mentions.ToImmutable();
    }

    /// <summary>What touches a name from the left.</summary>
    private static string Before(string text, int at)
    {
        var before = at;

        while (before > 0 && at - before < LongestTag && (char.IsAsciiLetterOrDigit(text[before - 1]) || text[before - 1] is '.' or '-' or '_' or ':' or '/'))
        {
            before--;
        }

        return text[before..at];
    }

    /// <summary>Whether the name is not the end of a longer one.</summary>
    private static bool IsBeginning(string left, string image)
    {
        left = left[(left.LastIndexOf("//", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 2 : 0)..];

        // In YAML and in a Dockerfile's list the name may touch the colon or the hyphen before it.
        return left.TrimStart('-', ':').Length == 0
            || (!HasRegistry(image) && left.EndsWith('/') && IsRegistry(left[..^1]));
    }

    private static bool HasRegistry(string image) => image.IndexOf('/') is > 0 and var slash && IsRegistry(image[..slash]);

    /// <summary>By the rule that tools for images share: a host has a dot or a port, or is this machine.</summary>
    private static bool IsRegistry(string text) => RegistryName.Read(text) is not null && (text == "localhost" || text.AsSpan().ContainsAny('.', ':'));

    private static string TagAt(string text, int start)
    {
        var end = start;

        while (end < text.Length && end - start <= LongestTag && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' || (end > start && text[end] is '.' or '-')))
        {
            end++;
        }

        // What ends a sentence is no part of the tag; what goes on behind a slash was the port of a host.
        return end < text.Length && text[end] is '/' ? "" : text[start..end].TrimEnd('.', '-');
    }

    [GeneratedRegex("https?://", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\A(?:[A-Za-z0-9.-]+(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }
}
