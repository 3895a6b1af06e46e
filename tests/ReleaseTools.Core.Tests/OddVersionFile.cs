using System.Text;
using System.Text.Json;

namespace ReleaseTools.Tests;

/// <summary>A version file made up at random, as bytes: half of it well-formed, and most of it wrong in one place.</summary>
internal static class OddVersionFile
{
    private static readonly string[] Versions = ["1.0", "1.0-beta", "1.0.0", "1.0.0-a.{height}", "2.3.4.5", "v1.0-rc.2+meta", "0.1", "65534.65534"];

    /// <summary>Every setting, with values that are right.</summary>
    private static readonly (string Name, string[] Values)[] Settings =
    [
        ("version", [.. Versions.Select(Quoted)]),
        ("inherit", ["true", "false", "\"true\""]),
        ("prerelease", ["\"\"", "\"rc\"", "\"-rc.1\""]),
        ("assemblyVersion", ["\"4.2\"", """{ "precision": "build" }""", """{ "version": "1.2.3.4", "precision": "major" }"""]),
        ("versionHeightOffset", ["3", "-1", "-3", "\"7\"", "1000000000", "-1000000000", "65534"]),
        ("buildNumberOffset", ["2"]),
        ("versionHeightOffsetAppliesTo", [.. Versions.Select(Quoted)]),
        ("semVer1NumericIdentifierPadding", ["1", "6"]),
        ("gitCommitIdShortFixedLength", ["0", "7", "40"]),
        ("gitCommitIdShortAutoMinimum", ["0", "4", "40"]),
        ("gitCommitIdPrefix", ["\"c\"", "\"g-\""]),
        ("nugetPackageVersion", ["""{ "semVer": 2, "precision": "revision" }""", """{ "semVer": 1 }"""]),
        ("publicReleaseRefSpec", ["""["^refs/heads/main$"]""", """["^refs/tags/v\\d", "."]""", "[]"]),
        ("pathFilters", ["""["src", ":!docs"]""", """["../lib", ":^/x"]""", """[".", "./a/../b"]""", "[]"]),
        ("cloudBuild", ["""{ "buildNumber": { "enabled": true, "includeCommitId": { "when": "always", "where": "fourthVersionComponent" } } }"""]),
        ("release", ["""{ "tagName": "v{version}", "versionIncrement": "build" }"""]),
        ("releaseTools", ["{}", """{ "versionFrom": "height" }""", """{ "versionFrom": "tags" }""", """{ "versionFrom": "tags", "prereleaseIdentifiers": "rc.0", "buildMetadata": "m.1", "autoIncrement": "minor", "ignoreHeight": true }""", """{ "imageTags": ["v{version}", { "tag": "{branch}", "when": ["branch", "always"] }, "pr-{pull-request}", "sha-{commit:12}"] }""", """{ "stamp": [{ "file": "a", "pattern": "(?<version>x)", "count": 2 }, {}], "charts": { "version": "independent", "appVersion": "v{version}" } }"""]),
        ("$schema", ["\"x\""]),
    ];

    public static byte[] Next(Random random) => random.Next(20) switch
    {
        0 => Rubbish(random),
        1 => Encoding.Unicode.GetPreamble().Concat(Rubbish(random)).ToArray(),
        2 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Json(random))],
        3 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Json(random))],
        4 => Encoding.UTF8.GetBytes(OddText.Next(random)),
        < 9 => Mutated(Encoding.UTF8.GetBytes(Json(random)), random),
        _ => Encoding.UTF8.GetBytes(Json(random)),
    };

    /// <summary>The older form: a version and a prerelease, a line each.</summary>
    public static byte[] NextTxt(Random random) => random.Next(3) == 0
        ? Next(random)
        : Encoding.UTF8.GetBytes($"{(random.Next(2) == 0 ? OddText.Next(random) : Versions[random.Next(Versions.Length)])}{(random.Next(2) == 0 ? "\r\n" : "\n")}{(random.Next(2) == 0 ? OddText.Next(random) : "")}");

    private static string Json(Random random)
    {
        var members = new List<string> { $"\"version\": {Quoted(Versions[random.Next(Versions.Length)])}" };

        for (var left = random.Next(6); left > 0; left--)
        {
            var (name, values) = Settings[random.Next(Settings.Length)];
            members.Add($"{(random.Next(10) == 0 ? Quoted(OddText.Next(random)) : Quoted(random.Next(10) == 0 ? name.ToUpperInvariant() : name))}: {(random.Next(8) == 0 ? Value(random, 3) : values[random.Next(values.Length)])}");
        }

        return $"{{ {string.Join(random.Next(30) == 0 ? OddText.Next(random) : ",\n  ", members.OrderBy(_ => random.Next()))} }}";
    }

    /// <summary>Any JSON value.</summary>
    private static string Value(Random random, int depth) => random.Next(depth == 0 ? 3 : 5) switch
    {
        0 => Quoted(OddText.Next(random)),
        1 => OddText.Next(random),
        2 => random.NextInt64(-3, 70_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1)))}]",
        _ => $"{{{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => $"{Quoted(random.Next(2) == 0 ? "precision" : OddText.Next(random))}: {Value(random, depth - 1)}"))}}}",
    };

    /// <summary>One to four bytes taken out, changed, put in or doubled.</summary>
    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();

        for (var left = random.Next(1, 5); left > 0 && mutated.Count > 0; left--)
        {
            var at = random.Next(mutated.Count);

            switch (random.Next(4))
            {
                case 0:
                    mutated.RemoveRange(at, random.Next(1, Math.Min(9, mutated.Count - at + 1)));
                    break;
                case 1:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 2:
                    mutated.InsertRange(at, Encoding.UTF8.GetBytes(OddText.Pick(random)));
                    break;
                default:
                    mutated.InsertRange(at, mutated.GetRange(at, random.Next(1, Math.Min(40, mutated.Count - at + 1))));
                    break;
            }
        }

        return [.. mutated];
    }

    private static byte[] Rubbish(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>As JSON, or just between quotes, where halves of surrogate pairs and control characters stay what they are.</summary>
    private static string Quoted(string text) => text.Length % 2 == 0 ? JsonSerializer.Serialize(text) : $"\"{text}\"";
}
