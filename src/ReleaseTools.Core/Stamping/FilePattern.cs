using System.Text.RegularExpressions;

namespace ReleaseTools.Stamping;

/// <summary>Which files an entry of version.json means: one, or all whose paths match <c>*</c>, <c>?</c> and <c>**</c>.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
internal sealed record FilePattern(string Path)
{
    private const int Longest = 1000;

    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Whether it may mean several files, or none that there is.</summary>
    public bool HasWildcard => Path.IndexOfAny(Wildcards) >= 0;

    /// <summary>The path up to its first wildcard.</summary>
    public string Start => HasWildcard ? Path[..Path.IndexOfAny(Wildcards)] : Path;

    /// <summary>Null where the text is no path, or one that climbs out of the repository, or into git's own folder.</summary>
    /// <param name="text">As written, from the folder.</param>
    /// <param name="folder">Of the file that says it, from the root; empty for the root.</param>
    public static FilePattern? Read(string text, string folder)
    {
        if (text.Length is 0 or > Longest || text[0] == '/' || text.Any(unit => unit is '\\' or ':' || char.IsControl(unit)))
        {
            return null;
        }

        var segments = new List<string>();

        foreach (var segment in $"{folder}/{text}".Split('/').Where(segment => segment is not ("" or ".")))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments is [])
            {
                return null;
            }
            else
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return segments is [] || segments.Any(segment => segment.Equals(".git", StringComparison.OrdinalIgnoreCase)) ? null : new(string.Join('/', segments));
    }

    /// <summary>Those of these files that are meant.</summary>
    public IEnumerable<string> Among(IEnumerable<string> paths)
    {
        var expression = Regex.Escape(Path)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        var matcher = new Regex($@"^(?:{expression})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);

        return paths.Where(path => matcher.IsMatch(path));
    }
}
