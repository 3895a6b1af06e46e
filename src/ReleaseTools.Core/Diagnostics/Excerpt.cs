namespace ReleaseTools.Diagnostics;

/// <summary>As much of a value as a message may quote: it may be a whole file, and nobody reads that in a line.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var line = text.IndexOfAny(['\r', '\n']);
        var end = Math.Min(line < 0 ? text.Length : line, Longest);

        // Not between the halves of one character.
        end -= end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return end == text.Length ? text : text[..end] + "…";
    }
}
