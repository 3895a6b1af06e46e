namespace ReleaseTools.Charts;

/// <summary>One change as <c>artifacthub.io/changes</c> tells it.</summary>
/// <param name="Kind">One of <c>added</c>, <c>changed</c>, <c>deprecated</c>, <c>removed</c>, <c>fixed</c> and <c>security</c>.</param>
/// <param name="Description">One line.</param>
internal sealed record ChartChange(string Kind, string Description)
{
    /// <summary>The kind for a commit's type; null where users notice nothing.</summary>
    /// <param name="type">In lower case.</param>
    /// <param name="isBreaking">What breaks is told whatever its type.</param>
    public static string? KindOf(string type, bool isBreaking) => type switch
    {
        "feat" => "added",
        "fix" => "fixed",
        "security" => "security",
        "deprecate" => "deprecated",
        "remove" or "revert" => "removed",
        "perf" or "change" => "changed",
        _ => isBreaking ? "changed" : null,
    };
}
