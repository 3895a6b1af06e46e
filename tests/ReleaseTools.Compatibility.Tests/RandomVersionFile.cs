namespace ReleaseTools.Tests;

/// <summary>Well-formed version files made up at random: every setting that has a say in the version.</summary>
internal static class RandomVersionFile
{
    private static readonly string[] Versions =
    [
        "1.0", "1.0", "1.0", "1.0-beta", "1.0-beta.2", "1.1", "1.0.0", "1.0.3", "1.0.0-a.{height}", "1.0.0-b.{height}", "1.0-alpha.{height}.x", "2.3.4.5", "v1.0-rc+meta", "0.1",
    ];

    private static readonly string[] Filters =
    [
        """["."]""", """["src"]""", """["/src", ":!src/b"]""", """[":!docs"]""", """[":^/app", ":!a.txt"]""", "[]", """["/a.txt", "docs"]""", """["/version.json"]""",
    ];

    private static readonly string[] Specs =
    [
        """["^refs/heads/main$"]""", """["^refs/tags/v\\d"]""", """["^refs/tags/v1\\.1$", "topic"]""", "[]",
    ];

    /// <param name="random">Where the choices come from.</param>
    /// <param name="isNested">Whether a folder above has a version file to inherit from.</param>
    public static string Next(Random random, bool isNested)
    {
        var members = new List<string>();
        var inherits = isNested && random.Next(2) == 0;

        if (inherits)
        {
            members.Add("\"inherit\": true");
        }

        if (!inherits || random.Next(2) == 0)
        {
            members.Add($"\"version\": \"{Pick(random, Versions)}\"");
        }

        Maybe("versionHeightOffset", () => $"{random.Next(-1, 6)}");
        Maybe("versionHeightOffsetAppliesTo", () => $"\"{Pick(random, Versions)}\"");
        Maybe("pathFilters", () => Pick(random, Filters), oneIn: 3);
        Maybe("publicReleaseRefSpec", () => Pick(random, Specs), oneIn: 2);
        Maybe("assemblyVersion", () => Pick(random, ["\"4.2\"", "\"4.2.1.7\"", """{ "precision": "major" }""", """{ "precision": "build" }""", """{ "precision": "revision" }"""]));
        Maybe("nugetPackageVersion", () => $$"""{ "semVer": {{random.Next(1, 3)}}, "precision": "{{Pick(random, ["major", "minor", "build", "revision"])}}" }""");
        Maybe("semVer1NumericIdentifierPadding", () => $"{random.Next(1, 7)}");
        Maybe("gitCommitIdShortFixedLength", () => $"{random.Next(4, 41)}");
        Maybe("gitCommitIdPrefix", () => "\"c\"");
        Maybe("release", () => $$"""{ "versionIncrement": "{{Pick(random, ["major", "minor"])}}" }""");
        Maybe("cloudBuild", () => $$"""{ "buildNumber": { "enabled": true, "includeCommitId": { "when": "{{Pick(random, ["always", "never", "nonPublicReleaseOnly"])}}", "where": "{{Pick(random, ["buildMetadata", "fourthVersionComponent"])}}" } } }""");
        return $"{{ {string.Join(", ", members)} }}";

        void Maybe(string name, Func<string> value, int oneIn = 6)
        {
            if (random.Next(oneIn) == 0)
            {
                members.Add($"\"{name}\": {value()}");
            }
        }
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
