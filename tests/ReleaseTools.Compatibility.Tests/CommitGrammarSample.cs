using System.Text;

namespace ReleaseTools.Tests;

#pragma warning disable CA5394 // Not for secrets: a failed run must come again.

/// <summary>Writes messages as people do, by a grammar, and then damages some of them.</summary>
internal sealed class CommitGrammarSample(Random random)
{
    private static readonly string[] Types = ["feat", "fix", "docs", "chore", "Feat", "FIX", "ci", "1fix", "re_factor", "fix-it", "wip", "revert", ""];

    private static readonly string[] Scopes =
    [
        "", "", "", "(api)", "(API)", "(api,web)", "(api, web)", "(api/web)", "(api\\web)", "(a|b)", "( api )", "()", "(Api)", "(camelCase)", "(snake_case)", "(kebab-case)", "(PascalCase)", "(a)(b)", "((x))", "(a): b)", "(日本)", "(web;api)", "(a.b)", "(`X` y)", "(1a)",
    ];

    private static readonly string[] Colons = [": ", ": ", ": ", ": ", "!: ", "!: ", ":", " : ", "： ", ":  ", ""];

    private static readonly string[] Words =
    [
        "add", "Add", "ADD", "search", "API", "camelCase", "PascalCase", "snake_case", "kebab-case", "`Code`", "\"Quoted\"", "'single'", "it's", "don’t", "1st", "2ND", "3things", "v1.2.3", "élan", "Élan", "ÀÉ", "straße", "ŉx", "İx", "Σας", "ΐ", "жук", "Жук",
        "日本語", "🎉", "👩‍👩‍👧", "✨", "❤️", "🇩🇪", "#12", "PROJ-7", "proj-7", "gh-12", "owner/name#12", "#general", "(#34)", "fixes", "Closes", "resolved", "http://x.test/a#1", "https://example.test", "x\u00A0y", "\u202Ertl", "עברית", "ǅ", "µ", "a`b", "HTTPServer2x", "x2y", "A", "É", "ñ", "...", "end.", "-", "--", "a:b", "ABC", "Abc Def", "abcDef",
    ];

    private static readonly string[] Footers =
    [
        "Closes #12", "Closes: #12", "Fixes PROJ-7", "Refs: abc", "BREAKING CHANGE: it breaks", "BREAKING-CHANGE: it breaks", "breaking change: small", "* BREAKING CHANGE: list", "BREAKING CHANGE #1", "BREAKING-CHANGE:", "BREAKING CHANGE:", "NOTE: x", "Signed-off-by: Ada <ada@example.test>", "signed-off-by: ada",
        "Reviewed-by: Bob", "Co-authored-by: C <c@example.test>", "(cherry picked from commit 0123456789abcdef)", "Acked-by: X\n continued", "Token:value", "Token : value", "Change-Id: I0123", "no trailer at all", " indented: x", "# comment", "---", "Conflicts:\n\tsrc/a.cs", "fixes", "see #5, and http://x.test", "Fix #1 closes #2",
    ];

    private static readonly string[] Damage = ["\t", "\r", "\r\n", "\n", "\n\n", " ", "  ", "\u2028", "\u0085", "\uFEFF", ":", "!", "(", ")", ".", "...", "`", "\"", "'", "#", "a", "B", "É", "🎉", "\u202E", "\e[31m", new string('x', 60), "https://x.test/", "::", "##vso["];

    public string Next()
    {
        var message = Header() + Part(0.5, "\n\n", "\n", Body) + Part(0.5, "\n\n", "\n", Footer);

        while (random.Next(3) == 0)
        {
            message = Damaged(message);
        }

        message = random.Next(12) == 0 ? message.Replace("\n", "\r\n", StringComparison.Ordinal) : message;
        message = random.Next(60) == 0 ? Machine() + message : message;

        // git takes blanks at both ends away, and commitlint does not.
        message = message.Trim().Trim('\uFEFF').Trim();

        // commitlint splits a part into lines a second time, and then finds line ends that git has not.
        while (message.Contains("\r\r", StringComparison.Ordinal))
        {
            message = message.Replace("\r\r", "\r", StringComparison.Ordinal);
        }

        // At the very end git does not take it for the start of a patch, unless a line end follows as in a recorded message.
        return message.Length == 0 ? "x" : message.EndsWith("\n---", StringComparison.Ordinal) ? $"{message} x" : message;
    }

    private string Header() => Pick(Types) + Pick(Scopes) + Pick(Colons) + Sentence(1, 8) + (random.Next(6) == 0 ? Pick([".", "...", "!", " .", ":"]) : "");

    private string Body() => string.Join(random.Next(3) == 0 ? "\n\n" : "\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(1, 30)));

    private string Footer() => string.Join('\n', Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(5) == 0 ? Sentence(1, 12) : Pick(Footers)));

    private string Machine() => Pick(["Revert \"", "Merge branch 'a' into b\n\n", "fixup! ", "1.2.3\n\n", "chore(release): 1.2.3\n\n", "Merged PR 1: "]);

    private string Sentence(int least, int most)
    {
        var text = new StringBuilder(Pick(Words));

        for (var i = random.Next(least, most); i > 1; i--)
        {
            text.Append(random.Next(12) == 0 ? Pick(["_", "", ",", ", ", "/"]) : " ").Append(Pick(Words));
        }

        return text.ToString();
    }

    private string Part(double chance, string usual, string other, Func<string> make) => random.NextDouble() < chance ? (random.Next(5) == 0 ? other : usual) + make() : "";

    private string Damaged(string message)
    {
        var place = random.Next(message.Length + 1);
        var length = Math.Min(random.Next(3), message.Length - place);
        return random.Next(3) switch
        {
            0 => message.Remove(place, length),
            1 => message.Insert(place, Pick(Damage)),
            _ => message.Remove(place, length).Insert(place, Pick(Damage)),
        };
    }

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}
