using System.Text;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>A text of a stranger from the network, made one line without controls and no longer than any honest one. It is as hostile as a commit's all the same.</summary>
internal static class HostedText
{
    /// <summary>GitHub takes titles of up to 256 characters.</summary>
    public const int LongestTitle = 400;

    public const int LongestLabel = 100;

    public static string Of(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));

        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.IsBmp ? (char)rune.Value : 'x';

            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            if (char.IsWhiteSpace(character))
            {
                line.Append(line is [] or [.., ' '] ? "" : " ");
            }
            else if (!HarmlessText.IsInvisible(character))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }
}
