using System.Buffers;

namespace ReleaseTools.Changelog;

/// <summary>The part of a message that can tell a changelog anything, found without making a text of the rest.</summary>
internal static class MessageCore
{
    /// <summary>What a footer, a reference, a list or an override needs.</summary>
    private static readonly SearchValues<byte> Marks = SearchValues.Create(":#*_"u8);

    /// <summary>The first line where nothing in the others counts, and otherwise everything.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf((byte)'\n');

        // Under what a host writes first stands what the people wrote.
        if (end <= 0 || message.StartsWith("Merge"u8))
        {
            return message;
        }

        var body = message[(end + 1)..];

        return body.IndexOfAny(Marks) >= 0 || Has(body, "evert"u8) || Has(body, "EVERT"u8) || Has(body, "cherry picked"u8) || Has(body, "CVE-"u8) || Has(body, "GHSA-"u8) || Has(body, "erge "u8)
            || Has(body, "cve-"u8) || Has(body, "ghsa-"u8) || Has(body, "\u2028"u8) || Has(body, "\u2029"u8) || message[..end].IndexOfAnyExcept(" \t\r"u8) < 0
                ? message
                : message[..end];
    }

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => text.IndexOf(word) >= 0;
}
