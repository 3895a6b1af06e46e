namespace ReleaseTools.Hooks;

/// <summary>The text of a commit-msg hook that runs the commit rules, alone or among the lines of somebody else.</summary>
internal static class HookScript
{
    public const string Name = "commit-msg";

    private const string Shebang = "#!/bin/sh\n";
    private const string Begin = "# >>> dotnet-release: checks the commit message, HUSKY=0 skips it\n";
    private const string End = "# <<< dotnet-release\n";

    /// <summary>The version a manifest pins is the one that is meant. Without one the program itself starts fastest; through the muxer it takes several times as long.</summary>
    private const string Body =
        """
        [ "${HUSKY-}" != 0 ] || exit 0; PATH="$PATH:${HOME-}/.dotnet/tools"
        if grep -qis '"releasetools.cli"' .config/dotnet-tools.json dotnet-tools.json; then exec dotnet tool run dotnet-release lint --edit "$1"; fi
        if command -v dotnet-release >/dev/null; then exec dotnet-release lint --edit "$1"; fi
        echo "commit-msg: dotnet-release is not installed. Run 'dotnet tool install --global ReleaseTools.Cli', or set HUSKY=0 to commit without it." >&2; exit 1

        """;

    /// <summary>A hook that does nothing else.</summary>
    public static string Own { get; } = Shebang + Begin + Body + End;

    /// <summary>In parentheses, so that neither <c>exec</c> nor <c>exit</c> takes away what follows.</summary>
    private static string Block { get; } = $"{Begin}(\n{Body}) || exit 1\n{End}";

    /// <summary>Whether a hook runs the commit rules already, in whatever way; a comment that speaks of them runs nothing.</summary>
    public static bool Runs(string text) => text.Split('\n').Any(line =>
        !line.TrimStart().StartsWith('#')
        && line.Contains("dotnet-release", StringComparison.Ordinal)
        && line.Contains("lint --edit", StringComparison.Ordinal));

    /// <summary>Whether something can be added to a hook: it is a script for a POSIX shell, or says nothing and git takes it for one.</summary>
    public static bool IsShell(string text)
    {
        var first = text.Split('\n')[0].TrimEnd();
        return !text.Contains('\0', StringComparison.Ordinal)
            && (!first.StartsWith("#!", StringComparison.Ordinal) || first.Split(' ', '/').Any(word => word is "sh" or "bash" or "dash" or "ash" or "ksh" or "zsh"));
    }

    /// <summary>The hook with the check before its own lines: what stands after an <c>exit</c> never runs.</summary>
    public static string AddTo(string text)
    {
        var end = text.StartsWith("#!", StringComparison.Ordinal) ? text.IndexOf('\n') + 1 : 0;
        return end == 0 && text.StartsWith("#!", StringComparison.Ordinal) ? $"{text}\n{Block}" : text[..end] + Block + text[end..];
    }

    /// <summary>The hook as it was before; null where nothing is left of it.</summary>
    public static string? RemoveFrom(string text)
    {
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);

        if (end < 0)
        {
            return text;
        }

        var rest = text[..start] + text[(end + End.Length)..];
        return rest == Shebang ? null : rest;
    }
}
