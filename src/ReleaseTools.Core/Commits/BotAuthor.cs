namespace ReleaseTools.Commits;

/// <summary>The authors that are programs: nobody can ask them for shorter lines.</summary>
internal static class BotAuthor
{
    private static readonly string[] Names = ["dependabot", "dependabot-preview", "renovate", "renovate bot", "renovate-bot"];

    public static bool Is(string author) =>
        author.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) || Names.Contains(author, StringComparer.OrdinalIgnoreCase);
}
