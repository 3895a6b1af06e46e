using ReleaseTools.Changelog.Hosted;

namespace ReleaseTools.Changelog;

/// <summary>Somebody who wrote a change or had a part in it, by the name the repository's mailmap gives them.</summary>
internal sealed record Contributor(string Name, string Email)
{
    /// <summary>Their account at the site that hosts the repository; null where nobody asked, or it has none for them.</summary>
    public HostedAccount? Account { get; init; }

    /// <summary>Whether it is a program, by the mark GitHub puts behind the names of such.</summary>
    public bool IsBot => Account is { IsBot: true } || Name.EndsWith("[bot]", StringComparison.Ordinal);

    /// <summary>The account where one is known, since people write under several addresses.</summary>
    public Contributor Identity() => Account is { } account ? new("", account.Login) : this;

    /// <summary><c>Ada Lovelace &lt;ada@example.test&gt;</c>; null for any other text.</summary>
    public static Contributor? Read(string text) =>
        text.IndexOf('<') is > 0 and var open && text.EndsWith('>') && text[..open].Trim() is { Length: > 0 } name && text.AsSpan(open + 1).IndexOfAny('<', '>') == text.Length - open - 2 ? new(name, text[(open + 1)..^1].Trim()) : null;
}
