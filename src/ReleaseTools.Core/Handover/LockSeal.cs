using System.Security.Cryptography;
using System.Text;

namespace ReleaseTools.Handover;

/// <summary>
/// The last member of a lock: a SHA-256 checksum of everything before it. It shows an edit or a file cut short; it is no signature.
/// </summary>
internal static class LockSeal
{
    public const string Member = "checksum";

    private const string ObjectEnd = "\n}";

    /// <param name="text">An indented JSON object without the seal.</param>
    public static string Close(string text) => Sealed(text[..^ObjectEnd.Length]);

    public static bool IsWhole(string text) =>
        text.LastIndexOf($",\n  \"{Member}\"", StringComparison.Ordinal) is > 0 and var end && text == Sealed(text[..end]);

    private static string Sealed(string content) =>
        $"{content},\n  \"{Member}\": \"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}\"{ObjectEnd}\n";
}
