using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ReleaseTools.Adapters.Git;

/// <summary>Paths as git knows them: bytes, which need not be text. Two that are none look alike once they are read as text, and neither is there under that name.</summary>
internal static class GitPaths
{
    /// <summary>The records of git's <c>-z</c> output.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Records(ReadOnlyMemory<byte> output)
    {
        while (output.Length > 0)
        {
            var end = output.Span.IndexOf((byte)0);
            yield return end < 0 ? output : output[..end];
            output = end < 0 ? default : output[(end + 1)..];
        }
    }

    /// <summary>Null where it is no UTF-8, so that no program can be told of it.</summary>
    public static string? Read(ReadOnlySpan<byte> path) => Utf8.IsValid(path) ? Encoding.UTF8.GetString(path) : null;

    /// <summary>As git itself shows it, with numbers for what is no ASCII.</summary>
    public static string Quote(ReadOnlySpan<byte> path)
    {
        var quoted = new StringBuilder("\"");

        foreach (var one in path)
        {
            _ = one is >= (byte)' ' and < 0x7F ? quoted.Append((char)one) : quoted.Append(CultureInfo.InvariantCulture, $"\\{Convert.ToString(one, 8).PadLeft(3, '0')}");
        }

        return quoted.Append('"').ToString();
    }
}
