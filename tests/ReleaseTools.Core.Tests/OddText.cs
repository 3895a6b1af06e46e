using System.Text;

namespace ReleaseTools.Tests;

/// <summary>Text nobody should write and somebody will: of strangers, of broken programs, and of those who try what happens.</summary>
internal static class OddText
{
    private static readonly string[] Pieces =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "\u0001", "\e[31m", "\u202E", "\u2028", "\u0085", "\uFEFF", "\uFFFD", "\uD83D", "\uDC00", "𝄞", "é", "e\u0301", "ß", "İ", "\u212A", "１", "٣", "日本",
        "0", "1", "1.2", "1.2.3", "1.2.3.4", "1.2.3.4.5", "-1", "+1", "01", "00", "65534", "65535", "2147483647", "-2147483648", "2147483648", "99999999999999999999", "1e3", "0x10", ".5", "1.", "1..2",
        "v", "V", "-", "--", "-beta", "-beta.1", "-rc.{height}", "{height}", "{HEIGHT}", "{", "}", "{version}", "+", "+meta", "+{height}", ".", "..", "...", "-a..b", "-\u212A", "-é",
        "/", "\\", "//", "./", "../", "../..", ":/", ":!", ":^", ":", ":(top)", "*", "**", "?", "src", "src/b/c", "C:\\", "~", "@", "@{0}", "^", "^{}", "HEAD", "refs/heads/", "refs/tags/", "^refs/tags/v", "main", "main$", "refs/pull/1/merge",
        "(", ")", "[", "]", "(?", "(?<n>", "\\d", "\\", "\\p{", "\\1", "(?:", "a{2,1}", "a{99999999999}", "|", "$", ".*", "(?#", "(?i)", "[z-a]", "\\u", "\"", "'", "\\\"", "\\ud800", "\\u0000", "//", "/*", "*/", ",", "#", "%", "&", ";", "`", "$(id)", "::error::x", "##vso[x]", "<", ">",
        "true", "false", "null", "NaN", "Infinity", "version", "inherit", "g", "0a", "_",
    ];

    /// <summary>A few pieces side by side; once in a while one of them a thousand times, and seldom a million.</summary>
    public static string Next(Random random)
    {
        var text = new StringBuilder();

        for (var left = random.Next(5); left >= 0; left--)
        {
            text.Append(Pick(random));
        }

        return random.Next(2000) == 0 ? Repeated(text.ToString(), 1_000_000)
            : random.Next(100) == 0 ? Repeated(text.ToString(), 1_000)
            : text.ToString();
    }

    public static string Pick(Random random) => Pieces[random.Next(Pieces.Length)];

    /// <summary>As often as the length allows.</summary>
    private static string Repeated(string text, int length) => string.Concat(Enumerable.Repeat(text, length / Math.Max(1, text.Length)));
}
