using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>The lines beyond a limit. Nobody can break an address, so a line that holds one may be as long as it likes.</summary>
internal static class LongLines
{
    public static IEnumerable<MessageLine> Of(IEnumerable<MessageLine> lines, int limit) =>
        lines.Where(line => line.Text.Length > limit && !HasAddress(line.Text));

    /// <summary><c>\bhttps?://\S</c></summary>
    private static bool HasAddress(string line)
    {
        for (var start = line.IndexOf("http", StringComparison.Ordinal); start >= 0; start = line.IndexOf("http", start + 1, StringComparison.Ordinal))
        {
            var rest = line.AsSpan(start + 4);
            rest = rest.StartsWith("s") ? rest[1..] : rest;

            if (rest.StartsWith("://") && rest.Length > 3 && !EcmaText.IsSpace(rest[3]) && (start == 0 || !EcmaText.IsWord(line[start - 1])))
            {
                return true;
            }
        }

        return false;
    }
}
