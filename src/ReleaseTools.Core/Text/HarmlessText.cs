using System.Text;

namespace ReleaseTools.Text;

/// <summary>Text of a stranger made fit for a terminal and a CI log: it can move no cursor, turn no text and start no command.</summary>
internal static class HarmlessText
{
    public static string From(string text)
    {
        var harmless = new StringBuilder(text.Length);

        foreach (var character in text)
        {
            harmless.Append(character switch
            {
                '\t' => ' ',
                < ' ' => (char)(character + 0x2400),
                '\x7F' => '\u2421',
                _ => IsInvisible(character) ? '\uFFFD' : character,
            });
        }

        // Logging commands of GitHub Actions and Azure Pipelines count anywhere in a line.
        return harmless.Replace("##[", "## [").Replace("##vso[", "##vso [").ToString();
    }

    /// <summary>Controls, marks that change the direction of text, and line ends that are no ASCII.</summary>
    public static bool IsInvisible(char character) =>
        char.IsControl(character) || character is (>= '\u200E' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
