using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Images;

/// <summary>What <c>docker login</c> and its kin wrote down: credentials, or which program keeps them.</summary>
internal sealed class DockerConfig
{
    private readonly JsonValue _root;
    private readonly string _path;

    private DockerConfig(JsonValue root, string path) => (_root, _path) = (root, path);

    /// <exception cref="ReleaseException">RT7031: the file is no JSON.</exception>
    public static DockerConfig Parse(SourceText source) => new(JsonLocator.Parse(source, _ => RegistryDiagnostics.DamagedDockerConfig(source.Path)), source.Path);

    /// <summary>The program that is asked for the credentials of a registry, without its <c>docker-credential-</c>; null where none is named.</summary>
    public string? FindHelper(RegistryName registry) =>
        registry.Names.Prepend(registry.CredentialKey).Select(name => Text(Member(Member(_root, "credHelpers"), name))).FirstOrDefault(helper => helper.Length > 0)
        ?? (Text(Member(_root, "credsStore")) is { Length: > 0 } store ? store : null);

    /// <summary>Credentials that stand in the file itself. Of two keys, that of the folder nearer to the repository counts.</summary>
    public RegistryCredential? Find(ImagePlace place)
    {
        var kept = Members(Member(_root, "auths")).DistinctBy(entry => Bare(entry.Name)).ToDictionary(entry => Bare(entry.Name), entry => entry.Value, StringComparer.OrdinalIgnoreCase);

        return Keys(place).Select(key => kept.TryGetValue(key, out var entry) ? Credential(entry) : null).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Keys(ImagePlace place)
    {
        var parts = place.Path.Split('/');
        var folders = Enumerable.Range(0, parts.Length).Select(left => string.Concat(parts[..^left].Select(part => $"/{part}"))).Append("");
        return folders.SelectMany(folder => place.Registry.Names.Select(name => name + folder));
    }

    /// <summary>Keys are addresses, too, as in <c>https://index.docker.io/v1/</c>.</summary>
    private static string Bare(string key)
    {
        var start = key.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var bare = key[start..].TrimEnd('/');
        return bare.EndsWith("/v1", StringComparison.Ordinal) || bare.EndsWith("/v2", StringComparison.Ordinal) ? bare[..^3] : bare;
    }

    private RegistryCredential? Credential(JsonValue entry)
    {
        if (Text(Member(entry, "identitytoken")) is { Length: > 0 } token)
        {
            return new("", token, $"'{_path}'");
        }

        var (user, secret) = Decode(Text(Member(entry, "auth"))) ?? (Text(Member(entry, "username")), Text(Member(entry, "password")));
        return user.Length > 0 && secret.Length > 0 ? new(user, secret, $"'{_path}'") : null;
    }

    private static (string User, string Secret)? Decode(string auth)
    {
        var bytes = new byte[auth.Length];
        return Convert.TryFromBase64String(auth, bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count).TrimEnd('\0').Split(':', 2) is [var user, var secret] ? (user, secret) : null;
    }

    private static ImmutableArray<JsonMember> Members(JsonValue? value) => value is { Kind: JsonValueKind.Object } ? value.Members : [];

    private static JsonValue? Member(JsonValue? value, string name) => Members(value).FirstOrDefault(member => member.Name == name)?.Value;

    private static string Text(JsonValue? value) => value is { Kind: JsonValueKind.String } ? value.Text : "";
}
