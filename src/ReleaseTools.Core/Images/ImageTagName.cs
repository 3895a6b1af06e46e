using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ReleaseTools.Images;

/// <summary>What may be a tag: <c>[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}</c> (OCI distribution specification).</summary>
internal static partial class ImageTagName
{
    public const int Longest = 128;

    /// <summary>With it, and with a platform's name behind it, a tag is still short enough.</summary>
    private const int LongestName = 100;

    private const int HashDigits = 8;

    /// <summary>The text with a hyphen for each run of characters that no tag holds; empty where nothing is left.</summary>
    public static string From(string text) => Strange.Replace(text, "-").TrimStart('.', '-');

    /// <summary>A tag that is not too long, and differs from that of another long text that begins alike.</summary>
    /// <param name="tag">The text as a tag.</param>
    /// <param name="text">The whole text.</param>
    public static string Shorten(string tag, string text) => tag.Length <= LongestName
        ? tag
        : $"{tag[..(LongestName - HashDigits - 1)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits]}";

    /// <summary>The tag whose image of one platform has this one, as <c>1.2</c> has for <c>1.2-linux-x64</c>; else the tag itself.</summary>
    public static string WithoutPlatform(string tag) => Platform.Replace(tag, "");

    /// <summary>Whether people who pull it expect a release.</summary>
    public static bool LooksReleased(string tag) => tag == "latest" || Released.IsMatch(tag);

    [GeneratedRegex("[^A-Za-z0-9_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Strange { get; }

    [GeneratedRegex(@"-(?:linux|win|osx)(?:-[a-z0-9]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Platform { get; }

    [GeneratedRegex(@"^v?[0-9]+(\.[0-9]+){0,2}\z|^v?[0-9]+\.[0-9]+\.[0-9]+-", RegexOptions.CultureInvariant)]
    private static partial Regex Released { get; }
}
