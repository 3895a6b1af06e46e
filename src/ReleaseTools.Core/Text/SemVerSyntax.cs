namespace ReleaseTools.Text;

/// <summary>Tells whether a text is a version as SemVer 2.0.0 writes it, with or without a <c>v</c> before it.</summary>
internal static class SemVerSyntax
{
    public static bool IsVersion(ReadOnlySpan<char> text)
    {
        if (text.Length > 256)
        {
            return false;
        }

        var rest = text.StartsWith("v") ? text[1..] : text;
        var plus = rest.IndexOf('+');
        var build = plus < 0 ? [] : rest[(plus + 1)..];
        rest = plus < 0 ? rest : rest[..plus];
        var hyphen = rest.IndexOf('-');
        var prerelease = hyphen < 0 ? [] : rest[(hyphen + 1)..];
        rest = hyphen < 0 ? rest : rest[..hyphen];

        return IsCore(rest)
            && (hyphen < 0 || AreIdentifiers(prerelease, mayLeadWithZero: false))
            && (plus < 0 || AreIdentifiers(build, mayLeadWithZero: true));
    }

    private static bool IsCore(ReadOnlySpan<char> text)
    {
        var count = 0;

        foreach (var range in text.Split('.'))
        {
            var number = text[range];
            count++;

            // Larger numbers than this, other programs cannot hold exactly.
            if (!IsNumber(number) || number.Length > 16 || long.Parse(number, provider: System.Globalization.CultureInfo.InvariantCulture) > 9007199254740991)
            {
                return false;
            }
        }

        return count == 3;
    }

    private static bool AreIdentifiers(ReadOnlySpan<char> text, bool mayLeadWithZero)
    {
        foreach (var range in text.Split('.'))
        {
            var identifier = text[range];

            foreach (var character in identifier)
            {
                if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                {
                    return false;
                }
            }

            if (identifier.IsEmpty || (!mayLeadWithZero && !identifier.ContainsAnyExceptInRange('0', '9') && !IsNumber(identifier)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0');
}
