using System.Security.Cryptography;

namespace ReleaseTools.Adapters.Ci;

/// <summary>A variable as the files of GitHub Actions hold it: its name, a word that ends the value, the value as it is, that word.</summary>
internal static class GitHubFile
{
    private const string Opening = "<<";

    public static CiFileFormat Format { get; } = new(Entry, (text, variable) => Find(text, variable.Name) == variable.Value);

    private static string Entry(CiVariable variable)
    {
        string end;

        do
        {
            end = $"release_{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        }
        while (variable.Value.Contains(end, StringComparison.Ordinal));

        return $"{variable.Name}{Opening}{end}\n{variable.Value}\n{end}\n";
    }

    /// <summary>Read as the host reads it: what looks like a variable inside of a value is none.</summary>
    private static string? Find(string text, string name)
    {
        var lines = text.Split('\n');
        string? found = null;

        for (var i = 0; i < lines.Length; i++)
        {
            var equals = lines[i].IndexOf('=', StringComparison.Ordinal);
            var opening = lines[i].IndexOf(Opening, StringComparison.Ordinal);

            if (opening < 0 || (equals >= 0 && equals < opening))
            {
                found = equals >= 0 && lines[i][..equals] == name ? lines[i][(equals + 1)..] : found;
                continue;
            }

            var end = Array.IndexOf(lines, lines[i][(opening + Opening.Length)..], i + 1);
            var isClosed = end > 0;
            found = isClosed && lines[i][..opening] == name ? string.Join('\n', lines[(i + 1)..end]) : found;
            i = isClosed ? end : lines.Length;
        }

        return found;
    }
}
