namespace ReleaseTools.Adapters.Ci;

/// <summary>The names of tags and branches as hosts shorten them.</summary>
internal static class ShortName
{
    /// <summary>The full ref: of the tag where there is one, else of the branch; what is full already stays.</summary>
    public static string? ToRef(string? tag, string? branch) => (tag, branch) switch
    {
        ({ } name, _) => Full(name, "refs/tags/"),
        (null, { } name) => Full(name, "refs/heads/"),
        _ => null,
    };

    private static string Full(string name, string prefix) => name.StartsWith("refs/", StringComparison.Ordinal) ? name : prefix + name;
}
