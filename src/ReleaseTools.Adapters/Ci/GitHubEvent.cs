using System.Text.Json;

namespace ReleaseTools.Adapters.Ci;

/// <summary>What GitHub Actions tells in the file <c>GITHUB_EVENT_PATH</c> names, and in no variable.</summary>
internal sealed record GitHubEvent(string? DefaultBranch, string? PullRequest)
{
    private static readonly GitHubEvent Silent = new(null, null);

    public static GitHubEvent Read(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return Silent;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(Find(json.RootElement, "repository", "default_branch"), PullRequestNumber.Of(Find(json.RootElement, "pull_request", "number")));
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            // It only adds to what the variables say.
            return Silent;
        }
    }

    private static string? Find(JsonElement root, string section, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(section, out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty(name, out var value)
            ? value.ToString()
            : null;
}
