namespace ReleaseTools.Git;

/// <summary>The name of an object in hexadecimal digits as git writes them, always lower case.</summary>
internal static class HexName
{
    public static void Decode(ReadOnlySpan<byte> digits, Span<byte> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            name[i] = (byte)((Value(digits[2 * i]) << 4) | Value(digits[(2 * i) + 1]));
        }

        static int Value(byte digit) => (digit & 0xF) + ((digit >> 6) * 9);
    }
}
