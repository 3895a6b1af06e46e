using System.Text.Json;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>What every answer of GraphQL has: data, and errors of which each says what kind it is.</summary>
internal static class GraphQlAnswer
{
    private const int LongestWords = 300;

    /// <summary>A thing that is not there, or that the token may not see: the two are not told apart.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>Null where it is no JSON object.</summary>
    public static JsonDocument? Parse(byte[] body)
    {
        try
        {
            var document = JsonDocument.Parse(body);

            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether it says that a limit was reached: in one of its errors, or as a refusal that stands for all of it.</summary>
    public static bool SaysLimit(JsonDocument? answer) => answer is not null
        && (Errors(answer).Any(error => error.Kind is "RATE_LIMITED" or "RATE_LIMIT") || (!answer.RootElement.TryGetProperty("data", out _) && Message(answer).Contains("rate limit", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What it says in words, made short.</summary>
    public static string Message(JsonDocument? answer)
    {
        var words = answer is null ? "" : Text(answer.RootElement, "message") is { } message ? message : string.Join("; ", Errors(answer).Select(error => error.Message));
        return (words.Length > LongestWords ? words[..LongestWords] : words).Trim().TrimEnd('.');
    }

    public static IEnumerable<(string Kind, string Message)> Errors(JsonDocument answer) => Items(Member(answer.RootElement, "errors")).Select(error => (Text(error, "type") ?? "", Text(error, "message") ?? ""));

    /// <summary>Undefined where there is no such member.</summary>
    public static JsonElement Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Null where there is no such member, or it is no text in Unicode.</summary>
    public static string? Text(JsonElement element, string name) => Text(Member(element, name));

    /// <summary>Null where it is no text, or none in Unicode.</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>The items of what GraphQL calls a connection.</summary>
    public static IEnumerable<JsonElement> Nodes(JsonElement element, string name) => Items(Member(Member(element, name), "nodes"));
}
