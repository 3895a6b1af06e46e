using System.Text.Json.Nodes;

namespace ReleaseTools.Tests;

#pragma warning disable CA5394 // Not for secrets: a failed run must come again.

/// <summary>Makes configurations of commitlint in which any rule may be set to anything it takes.</summary>
internal sealed class RandomLintConfiguration(Random random)
{
    private static readonly string[] Cases = ["lower-case", "upper-case", "camel-case", "kebab-case", "pascal-case", "sentence-case", "snake-case", "start-case", "lowercase", "uppercase", "sentencecase", "lowerCase"];

    public string Next()
    {
        var rules = new JsonObject();

        // Of the one rule for which commitlint starts a process there is less.
        foreach (var rule in Rules.Where(rule => random.Next(rule == "trailer-exists" ? 20 : 5) < 2).Append("header-max-length").Distinct())
        {
            rules[rule] = random.Next(12) == 0 ? new JsonArray(0) : Setting(rule);
        }

        var configuration = new JsonObject { ["rules"] = rules };

        if (Pick(["", "", "@commitlint/config-conventional", "@commitlint/config-angular", "both"]) is { Length: > 0 } extended)
        {
            configuration["extends"] = extended == "both" ? new JsonArray("@commitlint/config-angular", "@commitlint/config-conventional") : extended;
        }

        switch (random.Next(6))
        {
            case 0:
                configuration["parserPreset"] = Pick(["conventional-changelog-conventionalcommits", "conventional-changelog-angular"]);
                break;
            case 1:
                configuration["parserPreset"] = new JsonObject { ["parserOpts"] = new JsonObject { ["issuePrefixes"] = List(["PROJ-", "gh-", "#"], 2, 1) } };
                break;
            case 2:
                configuration["parserPreset"] = new JsonObject { ["parserOpts"] = new JsonObject { ["noteKeywords"] = List(["BREAKING CHANGE", "NOTE", "Refs"], 2, 1), ["referenceActions"] = List(["fixes", "closes", "see"], 2, 1) } };
                break;
            default:
                break;
        }

        if (random.Next(4) == 0)
        {
            configuration["defaultIgnores"] = random.Next(2) == 0;
        }

        return configuration.ToJsonString();
    }

    public static string[] Rules { get; } = [.. Commits.Rules.LintRules.All.Select(rule => rule.Name)];

    private JsonArray Setting(string rule)
    {
        var setting = new JsonArray(random.Next(1, 3), Pick(["always", "never"]));

        if (random.Next(15) > 0 && Value(rule) is { } value)
        {
            setting.Add(value);
        }

        return setting;
    }

    private JsonNode? Value(string rule) => rule switch
    {
        _ when rule.EndsWith("-length", StringComparison.Ordinal) => random.Next(-1, 90),
        "scope-case" when random.Next(3) == 0 => new JsonObject { ["cases"] = Case() is JsonArray list ? list : new JsonArray("lower-case"), ["delimiters"] = List(["/", "|", ",", "; "], 2) },
        _ when rule.EndsWith("-case", StringComparison.Ordinal) => Case(),
        "type-enum" => List(["feat", "fix", "docs", "wip", "Feat"], 4),
        "scope-enum" when random.Next(2) == 0 => new JsonObject { ["scopes"] = List(["api", "web", "a|b", "API", "Api"], 4), ["delimiters"] = List(["/", "|", ","], 2) },
        "scope-enum" => List(["api", "web", "a|b", "API", "Api", "kebab-case"], 4),
        "scope-delimiter-style" => List(["/", ",", "|", " ", "."], 3),
        "trailer-exists" or "signed-off-by" => Pick(["Signed-off-by:", "Closes", "Reviewed-by: B", "Acked-by: X continued"]),
        _ when rule.EndsWith("-full-stop", StringComparison.Ordinal) => Pick([".", "!", "x", ""]),
        _ => random.Next(4) == 0 ? 7 : null,
    };

    private JsonNode Case() => random.Next(4) switch
    {
        0 => Pick(Cases),
        1 => new JsonArray(new JsonObject { ["case"] = Pick(Cases), ["when"] = Pick(["always", "never"]) }, Pick(Cases)),
        _ => List(Cases, 3),
    };

    private JsonArray List(string[] texts, int most, int least = 0) => [.. random.GetItems(texts, random.Next(least, most + 1)).Distinct().Select(text => (JsonNode)text)];

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}
