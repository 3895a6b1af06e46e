using System.Text.RegularExpressions;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>An account at the site that hosts a repository.</summary>
/// <param name="Login">The name it is mentioned by: nothing but letters, digits, hyphens and underscores.</param>
/// <param name="IsBot">Whether it is a program's.</param>
internal sealed partial record HostedAccount(string Login, bool IsBot)
{
    private const string BotMark = "[bot]";

    /// <summary>By which the site itself knows the account whatever it is called; or null.</summary>
    public string? Id { get; init; }

    /// <summary>What notifies whoever it belongs to.</summary>
    public string Mention => $"@{Login}";

    /// <summary>As git and people write it.</summary>
    public string Name => IsBot ? Login + BotMark : Login;

    /// <summary>Null where the text is no name that an account can have.</summary>
    public static HostedAccount? Read(string? login, bool isBot = false) => login switch
    {
        null => null,
        _ when login.EndsWith(BotMark, StringComparison.Ordinal) => Read(login[..^BotMark.Length], isBot: true),
        _ => Shape.IsMatch(login) ? new(login, isBot) : null,
    };

    /// <summary>Of an address that GitHub gives to those who keep their own to themselves: <c>12+ada@users.noreply.github.com</c>; or null.</summary>
    public static HostedAccount? OfAddress(string email) => NoReply.Match(email) is { Success: true } match ? Read(match.Groups[1].Value) : null;

    /// <summary>Whether somebody means this account, with the mark of a program or without.</summary>
    public bool IsMeantBy(string name) => Login.Equals(name.EndsWith(BotMark, StringComparison.OrdinalIgnoreCase) ? name[..^BotMark.Length] : name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"^(?:[0-9]{1,20}\+)?([^@+]{1,120})@users\.noreply\.(?:github\.com|[A-Za-z0-9.-]{1,200})\z", RegexOptions.CultureInvariant)]
    private static partial Regex NoReply { get; }
}
