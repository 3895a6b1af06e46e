namespace ReleaseTools.Hooks;

/// <summary>The text of a hook that runs this product, alone or among the lines of somebody else.</summary>
internal sealed class HookScript(GitHook hook)
{
    private const string Shebang = "#!/bin/sh\n";
    private const string End = "# <<< dotnet-release";
    private const string Opening = "(";
    private const string Keeping = "release_input=";

    private readonly string _begin = $"# >>> dotnet-release: {hook.Purpose}, HUSKY=0 skips it";
    private readonly string _command = $"{hook.Words} {hook.Given}";

    /// <summary>A hook that does nothing else.</summary>
    public string Own => Shebang + Lines + "\n";

    private string Lines => $"{_begin}\n{Body}{End}";

    /// <summary>
    /// Graphical clients start git with a short PATH, so the usual places are added to it. The version a manifest pins is the one that
    /// is meant; started as the program it is, not through <c>dotnet tool run</c>, which takes several times as long. All of it holds
    /// under <c>sh -e</c>, as husky starts it.
    /// </summary>
    private string Body =>
        $$"""
        [ "${HUSKY-}" != 0 ] || exit 0; case "${DOTNET_ROOT-}" in /*) PATH="$PATH:$DOTNET_ROOT";; ?:*) PATH="$PATH:$(cygpath -u "$DOTNET_ROOT")";; esac; PATH="$PATH:${HOME-}/.dotnet/tools:${HOME-}/.dotnet:/usr/local/share/dotnet:/usr/share/dotnet:/usr/lib/dotnet:/usr/local/bin:/opt/homebrew/bin:/c/Program Files/dotnet"
        pin=; for list in .config/dotnet-tools.json dotnet-tools.json; do if [ -z "$pin" ] && [ -f "$list" ]; then pin=$(sed -n 'H;$!d;x;s/.*"[Rr][Ee][Ll][Ee][Aa][Ss][Ee][Tt][Oo][Oo][Ll][Ss]\.[Cc][Ll][Ii]"[[:space:]]*:[[:space:]]*{[^{}]*"version"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$list") || :; fi; done; store="${NUGET_PACKAGES:-${HOME-}/.nuget/packages}"; for tool in "$store"/releasetools.cli.*/"$pin"/tools/*/*/dotnet-release "$store"/releasetools.cli.*/"$pin"/tools/*/*/dotnet-release.exe; do if [ -n "$pin" ] && [ -x "$tool" ]; then exec "$tool" {{_command}}; fi; done
        if [ -n "$pin" ] && command -v dotnet >/dev/null; then exec dotnet tool run dotnet-release {{_command}}; elif [ -z "$pin" ] && command -v dotnet-release >/dev/null; then exec dotnet-release {{_command}}; fi; echo "{{hook.Name}}: dotnet-release is not installed. Run 'dotnet tool install --global ReleaseTools.Cli', or set HUSKY=0 to go on without it." >&2; exit 1

        """;

    /// <summary>In parentheses, so that neither <c>exec</c> nor <c>exit</c> takes away what follows.</summary>
    private string Block => hook.ReadsInput ? InputBlock : $"{_begin}\n{Opening}\n{Body}) || exit 1\n{End}";

    /// <summary>What git says on standard input is said once: it is kept, and said again to the lines that follow.</summary>
    private string InputBlock =>
        $"""
        {_begin}
        {Keeping}$(cat); {Opening}
        {Body}) <<release_input || exit 1
        $release_input
        release_input
        if [ -z "$release_input" ]; then exec </dev/null; else exec <<release_input
        $release_input
        release_input
        fi
        {End}
        """;

    /// <summary>As git for Windows checks files out that nothing is said of: no shell elsewhere runs them, and it says that the file is not there.</summary>
    private const string Returned = "\r\n";

    /// <summary>Whether a hook runs this product already, in whatever way; a comment that speaks of it runs nothing.</summary>
    public bool Runs(string text) => text.Split('\n').Any(line =>
        !line.TrimStart().StartsWith('#')
        && line.Contains("dotnet-release", StringComparison.Ordinal)
        && line.Contains(hook.Words, StringComparison.Ordinal));

    /// <summary>Whether something can be added to a hook: it is a script for a POSIX shell, or says nothing and git takes it for one.</summary>
    public static bool IsShell(string text)
    {
        var first = text.Split('\n')[0].TrimEnd();
        return !text.Contains('\0', StringComparison.Ordinal)
            && (!first.StartsWith("#!", StringComparison.Ordinal) || first.Split(' ', '/').Any(word => word is "sh" or "bash" or "dash" or "ash" or "ksh" or "zsh"));
    }

    /// <summary>
    /// The hook with the check before its own lines: what stands after an <c>exit</c> never runs. A line that did not end still stands at
    /// an end without one, by which it is known when the check is taken out.
    /// </summary>
    public string AddTo(string text)
    {
        var end = text.StartsWith("#!", StringComparison.Ordinal) ? text.IndexOf('\n') + 1 : 0;
        return end == 0 && text.StartsWith("#!", StringComparison.Ordinal) ? $"{text}\n{Block}" : $"{text[..end]}{Block}\n{text[end..]}";
    }

    /// <summary>The hook with the lines that this version of the product writes, where an earlier one put in others, or git other line ends.</summary>
    public string Renew(string text)
    {
        if (Find(text) is not var (start, end))
        {
            return text;
        }

        return text.AsSpan(start, end - start).Contains(Returned, StringComparison.Ordinal)
            ? Renew(text.Replace(Returned, "\n", StringComparison.Ordinal))
            : text[..start] + (IsOwn(text, start) ? Lines : Block) + text[end..];
    }

    /// <summary>The hook as it was before; null where nothing is left of it.</summary>
    public string? RemoveFrom(string text)
    {
        if (Find(text) is not var (start, end))
        {
            return text;
        }

        var after = text[end..] is ['\r', '\n', ..] ? end + Returned.Length : Math.Min(text.Length, end + 1);
        var rest = end == text.Length && !IsOwn(text, start) ? text[..Math.Max(0, start - 1)] : text[..start] + text[after..];
        return IsOwn(text, start) && rest.TrimEnd() + "\n" == Shebang ? null : rest;
    }

    /// <summary>Without the end of the last line.</summary>
    private (int Start, int End)? Find(string text)
    {
        var start = text.IndexOf(_begin, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf("\n" + End, start, StringComparison.Ordinal) + 1;
        return end > 0 && text[(end + End.Length)..] is "" or ['\n', ..] or ['\r', '\n', ..] ? (start, end + End.Length) : null;
    }

    /// <summary>Whether the lines that begin there stand for themselves, and not among those of somebody else.</summary>
    private bool IsOwn(string text, int start) => !text.AsSpan(start + _begin.Length).TrimStart().StartsWith(hook.ReadsInput ? Keeping : Opening);
}
