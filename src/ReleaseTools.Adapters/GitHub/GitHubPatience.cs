namespace ReleaseTools.Adapters.GitHub;

/// <summary>How long GitHub is waited for, and how often it is asked again.</summary>
/// <param name="Limit">For everything one command asks.</param>
/// <param name="Silence">For one answer.</param>
/// <param name="Waits">Before each new attempt where it was busy or gone.</param>
internal sealed record GitHubPatience(TimeSpan Limit, TimeSpan Silence, params TimeSpan[] Waits)
{
    public static GitHubPatience Usual { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));

    /// <summary>Whoever is asked to wait for longer than that has the changelog without.</summary>
    public static TimeSpan LongestPause { get; } = TimeSpan.FromSeconds(10);
}
