using System.Text.RegularExpressions;

namespace ReleaseTools.Git;

/// <summary>
/// The address under which people can look at a remote. User names, passwords and tokens are never part of it: where one cannot be
/// told from the path there is no address.
/// </summary>
internal static partial class RemoteUrl
{
    private static readonly string[] WebSchemes = ["https", "http", "ssh", "git", "git+ssh", "ssh+git", "git+https", "git+http"];

    /// <summary>Where hosts take ssh on the port of https, and where their pages are.</summary>
    private static readonly Dictionary<string, string> WebHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ssh.github.com"] = "github.com",
        ["altssh.gitlab.com"] = "gitlab.com",
        ["altssh.bitbucket.org"] = "bitbucket.org",
    };

    /// <summary>The https address of a remote, without <c>.git</c>; empty where it has none, as for a folder.</summary>
    /// <param name="remote">As git has it: a URL, or <c>user@host:path</c>.</param>
    public static string ToHttps(string remote)
    {
        var text = remote.Trim();

        if (text.Contains("://", StringComparison.Ordinal))
        {
            return FromUrl(text);
        }

        // git reads 'c:/work' as a path on Windows, and no host has a name of one letter.
        return ScpLike.Match(text) is { Success: true } match ? Address(match.Groups["host"].Value, match.Groups["path"].Value) : "";
    }

    private static string FromUrl(string text)
    {
        if (!Uri.TryCreate(UserInfo.Replace(text, "://", 1), UriKind.Absolute, out var url) || !WebSchemes.Contains(url.Scheme))
        {
            return "";
        }

        // A port of ssh or git says nothing about the web server; one of http may be all there is.
        var isWeb = url.Scheme.EndsWith("http", StringComparison.Ordinal) || url.Scheme.EndsWith("https", StringComparison.Ordinal);
        var host = isWeb && !url.IsDefaultPort && url.Port > 0 ? $"{url.Host}:{url.Port}" : url.Host;
        var scheme = url.Scheme.EndsWith("http", StringComparison.Ordinal) && host != url.Host ? "http" : "https";
        return Address(host, url.AbsolutePath, scheme);
    }

    private static string Address(string host, string path, string scheme = "https")
    {
        var trimmed = path.Trim('/');
        host = WebHosts.GetValueOrDefault(host, host);
        var name = trimmed.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? trimmed[..^4].TrimEnd('/') : trimmed;

        // A password with a slash in it looks like the beginning of a path, and its end like 'rest@host'.
        return host.Length > 0 && name.Length > 0 && !name.Contains('@', StringComparison.Ordinal) && Uri.TryCreate($"{scheme}://{host}/{name}", UriKind.Absolute, out var address)
            ? address.GetLeftPart(UriPartial.Path)
            : "";
    }

    /// <summary>Up to the last <c>@</c> before the path: a password may hold one itself.</summary>
    [GeneratedRegex(@"://[^/?#]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo { get; }

    [GeneratedRegex(@"^(?:[^@:/\\\s]+@)?(?<host>[^@:/\\\s\[\]]{2,}|\[[0-9a-fA-F:.]+\]):(?<path>[^:\s\\][^\s\\]*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ScpLike { get; }
}
