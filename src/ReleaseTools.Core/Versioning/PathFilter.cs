namespace ReleaseTools.Versioning;

/// <summary>One line of pathFilters, resolved: a file or folder from the repository's root, and whether it is left out.</summary>
/// <param name="Path">With forward slashes and none at its ends; empty for the root.</param>
/// <param name="IsExclude">Whether commits that touch only this do not count.</param>
internal sealed record PathFilter(string Path, bool IsExclude)
{
    /// <summary>
    /// Reads <c>src</c>, <c>./src</c>, <c>../src</c> (from the file's folder), <c>/src</c>, <c>:/src</c> (from the root), and
    /// <c>:!…</c> or <c>:^…</c> before any of them to leave it out. Null where it is none of these or climbs above the root.
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="folder">The folder of the file that says it, from the root; empty for the root.</param>
    public static PathFilter? Read(string text, string folder) => text switch
    {
        // No path holds one, and where a program is started it would end the argument.
        _ when text.Contains('\0', StringComparison.Ordinal) => null,
        [':', '!' or '^', .. var rest] when rest.Length > 0 => Resolve(rest, folder) is { } path ? new(path, IsExclude: true) : null,
        [':', '/' or '\\', .. var rest] => new(Tidy(rest), IsExclude: false),
        [':', ..] or "" => null,
        _ => Resolve(text, folder) is { } path ? new(path, IsExclude: false) : null,
    };

    /// <summary>Whether a file is this one, or stands below this folder. The root can be included, and leaving it out leaves out nothing.</summary>
    public bool Covers(string file, bool ignoresCase)
    {
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Path.Length == 0 ? !IsExclude : file.Equals(Path, comparison) || file.StartsWith(Path + "/", comparison);
    }

    /// <summary>As it could be written in any folder.</summary>
    public override string ToString() => $"{(IsExclude ? ":!" : "")}/{Path}";

    private static string? Resolve(string text, string folder)
    {
        if (text[0] is '/' or '\\')
        {
            return Tidy(text[1..]);
        }

        var segments = new List<string>();

        foreach (var segment in $"{folder}/{text}".Split('/', '\\'))
        {
            if (segment == "..")
            {
                if (segments is [])
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    private static string Tidy(string path) => path.Replace('\\', '/').TrimEnd('/');
}
