using FsCheck;
using FsCheck.Fluent;

namespace ReleaseTools.Tests;

/// <summary>A changelog made at random, as one of the tools or a person would have written it.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Tail">What stands behind the last section and is no part of it.</param>
internal sealed record RandomChangelogFile(string Text, string Tail)
{
    public static readonly string[] Versions = ["2.0.0", "1.10.0", "1.9.1", "1.9.0", "1.9.0-rc.1", "0.1.0"];

    private static readonly Gen<string> Noise = Gen.Elements(
        "Some words.\n", "- an item\n- another\n", "* an item\n", "### Fixed\n\n- a thing\n", "#### Deep\n\nText\n", "```\n## 9.9.9\n```\n", "~~~md\n# [9.9.8]\n~~~\n", "<!-- note\n## 9.9.7\n-->\n",
        "<!-- manual -->\nBy hand.\n\n### Mine\n\n## 9.9.6\n<!-- /manual -->\n", "    ## 9.9.5\n", "[not]: https://example.test\n", "\n[not]: https://example.test\n\n### Fixed\n\n- a thing\n", "| a | b |\n|---|---|\n", "> ## 9.9.4\n", "\n", "   \n", "ünïcödé 👩‍👩‍👧\n", "### Features\n\n* x ([1a2b3c4](https://x.test/c/1))\n");

    private static readonly Gen<string> Preambles = Gen.Elements(
        "", "# Changelog\n\n", "# Change Log\n\nAll notable changes.\n\n", "# Changelog\n\nThe format is [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n\n", "<!-- a\n# 1.0.0\n-->\n\n", "Words only\n\n", "# Changelog\n## [Unreleased]\n\n### Added\n\n- by hand\n\n");

    private static readonly Gen<Func<string, string>> Headings = Gen.Elements<Func<string, string>>(
        version => $"## [{version}] - 2025-11-25\n",
        version => $"## [{version}](https://github.com/acme/shop/compare/v0.0.1...v{version}) (2025-11-25)\n",
        version => $"# v{version} (2025-11-25)\n",
        version => $"<a name=\"{version}\"></a>\n## [{version}](https://www.github.com/acme/shop/releases/tag/v{version}) (2025-1-2)\n",
        version => $"### [{version}](https://github.com/acme/shop/compare/v0.0.1...v{version}) (2025-11-25)\n",
        version => $"## {version} ##\n");

    private static readonly Gen<string> Definitions = Gen.Elements(
        "", "[unreleased]: https://github.com/acme/shop/compare/v2.0.0...HEAD\n[2.0.0]: https://github.com/acme/shop/compare/v1.10.0...v2.0.0\n", "\n[Unreleased]: https://github.com/acme/shop/compare/v1.9.0...HEAD\n\n[1.9.0]: https://github.com/acme/shop/releases/tag/v1.9.0");

    private static readonly Gen<string> Tails = Gen.Elements(
        "", "", "<!-- markdownlint-disable-file MD024 -->\n", "---\n\nWritten by hand.\n", "<!-- a\n## 9.9.3\n-->\n\n", "[a]: https://a.test \"A\"\n[1.0.0]: <https://b.test>\n<!-- between -->\n[b]: https://b.test\n", "* * *\n- Ada\n\n[c]: https://c.test 'C'\n");

    public static Gen<RandomChangelogFile> Any { get; } =
        from preamble in Preambles
        from heading in Headings
        from versions in Gen.SubListOf(Versions)
        from bodies in Noise.ListOf().ListOf(Versions.Length)
        from definitions in Definitions
        from tail in Tails
        from lineEnd in Gen.Elements("\n", "\r\n")
        from ends in Gen.Elements("", "\n", "\n\n\n")
        let sections = Versions.Where(versions.Contains).Zip(bodies, (version, body) => $"{heading(version)}\n{string.Concat(body)}\n")
        select new RandomChangelogFile((preamble + string.Concat(sections) + definitions + (tail.Length > 0 ? $"\n{tail}" : "") + ends).Replace("\n", lineEnd, StringComparison.Ordinal), (definitions + tail).Replace("\n", lineEnd, StringComparison.Ordinal));

    /// <summary>Lines of every kind in no order, for comparing readers.</summary>
    public static Gen<string> Lines { get; } = Gen.Elements(
        "# a", "## b ##", "###### c", "####### no", "#no", "#\ttab", "##", "text", "", " ", "```", "````", "~~~", "```cs", "``` a`b", "<!-- x", "-->", "<!-- y -->", "<pre>", "x </pre>", "<script>", "x </script>", "    # code", "\\# no", "| # |", "`# a`", "&#35; a", " # in", "   ### three", "===", "---", "- item", "  more", "  # in an item").ListOf().Select(lines => string.Join('\n', lines));

    public override string ToString() => Text.Replace("\r", "\\r", StringComparison.Ordinal);
}
