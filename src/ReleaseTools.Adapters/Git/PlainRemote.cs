namespace ReleaseTools.Adapters.Git;

/// <summary>Where a remote is, read from the repository's settings where they say it plainly: nothing elsewhere can have a say in it.</summary>
internal static class PlainRemote
{
    private const string Repository = "config";

    /// <summary>What settings hold that may have a say in it: they themselves, or a file they include.</summary>
    private static readonly string[] Renaming = ["insteadof", "[remote", "[include"];

    /// <summary>Characters that mean something in a value.</summary>
    private static readonly char[] Special = ['"', '\\', '#', ';'];

    /// <summary>Empty where there is no remote at all; null where git must be asked.</summary>
    /// <param name="commonFolder">git's own folder, the one all working trees share.</param>
    /// <param name="name">The remote's.</param>
    public static string? Find(string commonFolder, string name)
    {
        var own = Path.Combine(commonFolder, Repository);

        if (GitSettings.Files(own).Where(file => file != own).Any(MayRename) || GitSettings.Variables().Any(IsSetting))
        {
            return null;
        }

        var text = WorkingTree.ReadText(own);
        return text.Contains("insteadof", StringComparison.OrdinalIgnoreCase) || text.Contains("[include", StringComparison.OrdinalIgnoreCase) || text.Contains("worktreeconfig", StringComparison.OrdinalIgnoreCase)
            ? null
            : text.Contains("[remote", StringComparison.OrdinalIgnoreCase) ? UrlIn(text.Split('\n'), $"[remote \"{name}\"]")
            : Directory.Exists(Path.Combine(commonFolder, "remotes")) || File.Exists(Path.Combine(commonFolder, "branches", name)) ? null
            : "";
    }

    private static string? UrlIn(string[] lines, string section)
    {
        string? url = null;
        var isInside = false;

        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line is ['[', ..])
            {
                // The same section twice, or more behind its name.
                if (line != section && line.StartsWith(section, StringComparison.OrdinalIgnoreCase))
                {
                    return null;
                }

                isInside = line == section;
            }
            else if (isInside && line.StartsWith("url", StringComparison.OrdinalIgnoreCase))
            {
                if (url is not null || !line.StartsWith("url = ", StringComparison.Ordinal) || line.IndexOfAny(Special) >= 0)
                {
                    return null;
                }

                url = line["url = ".Length..].Trim();
            }
        }

        return url;
    }

    private static bool MayRename(string file) =>
        WorkingTree.ReadText(file) is var text && Renaming.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>As <c>GIT_CONFIG_COUNT</c> and those with it are; the others name files.</summary>
    private static bool IsSetting(string name) => name is not ("GIT_CONFIG_GLOBAL" or "GIT_CONFIG_SYSTEM" or "GIT_CONFIG_NOSYSTEM");
}
