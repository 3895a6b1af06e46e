using System.Security.Cryptography;
using System.Text;

namespace ReleaseTools.Adapters.Git;

/// <summary>The name git gives to a content.</summary>
internal static class BlobName
{
    private const int DigitsOfSha1 = 40;

    /// <param name="content">What a file holds.</param>
    /// <param name="digits">Digits in a name of the repository: they tell which digest it uses.</param>
    public static string Of(byte[] content, int digits)
    {
        byte[] blob = [.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content];
#pragma warning disable CA5350 // git's choice, and nothing here relies on its strength: the files are the user's own.
        return Convert.ToHexStringLower(digits == DigitsOfSha1 ? SHA1.HashData(blob) : SHA256.HashData(blob));
#pragma warning restore CA5350
    }
}
