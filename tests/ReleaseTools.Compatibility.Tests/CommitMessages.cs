namespace ReleaseTools.Tests;

/// <summary>Messages to ask both programs about: ordinary ones, and what people and machines really write.</summary>
internal static class CommitMessages
{
    private const string Scissors = "# ------------------------ >8 ------------------------";

    private static readonly string Long = new('x', 101);

    public static IReadOnlyList<string> All { get; } =
    [
        // Ordinary.
        "feat: add stuff", "fix(api): handle null", "feat!: drop it", "feat(api)!: drop it", "chore: release 1.2.3", "revert: feat: add stuff",
        "feat: add stuff\n\nA body.\nOf two lines.\n\nCloses #12\nReviewed-by: Ada\n", "docs: explain\n\nBREAKING CHANGE: it breaks\nover two lines\n\nand a paragraph",

        // No type, no subject, no colon.
        "added stuff", "Added stuff.", "feat add stuff", "feat:add stuff", "feat :add stuff", "feat : add stuff", "feat:", "feat: ", "feat:  ", ": add stuff", " : add", "(api): add stuff",
        "!: add stuff", "feat()!: add stuff", "feat(): add stuff", "feat(api) : add stuff", "feat (api): add stuff", "feat!(api): add stuff", "feat!!: add stuff", "feat：add stuff", "#12 fix it",

        // Types.
        "Feat: add stuff", "FEAT: add stuff", "Feature: Added x.", "feature: add", "1feat: add", "1Feat: add", "_: add", "fix_it: add", "fix-it: add", "féat: add", "WIP: whatever",

        // Scopes.
        "feat(a b/c,d): add", "feat((nested)): add", "feat(a)(b): add", "feat(a): b): c", "feat(a)!: b): c", "feat(a): b)!: c", "feat(a: add", "feat(a)b: add", "feat(é/日本): add",

        // Subjects.
        "feat: Add stuff", "feat: ADD STUFF", "feat: AddStuff", "feat: Add Stuff", "feat: aDD", "feat: add Stuff.", "feat: add...", "feat: add..", "feat: add.. .", "feat:  two blanks", "feat:   Three Blanks",
        "feat: `Code` first", "feat: \"Quoted\" first", "feat: 'Quoted' first", "feat: A `b`", "feat: a`B`", "feat: 3 things", "feat: 日本語", "feat: émile", "feat: Émile", "feat: ß first", "feat: ßT", "feat: Ω", "feat: ω",
        "feat: ǅ digraph", "feat: ﬁ ligature", "feat: ᾼ iota", "feat: 𝐀 bold", "feat: 𐐀 deseret", "feat: 𐐨 deseret", "feat: ı dotless", "feat: ſ long s", "feat: 🎉 party", "🎉 feat: party", ":tada: feat: party",
        "feat: \u202Eright to left", "feat: עברית", "feat: ⅰ roman", "feat: ʕ", "feat: ĸ", "feat: x\u2028y", "feat: x\ry",

        // White space around.
        " feat: add", "feat: add ", "\tfeat: add\t", "\u00A0feat: add", "feat: add\u3000", "\uFEFFfeat: add", "feat: add\u0085", "feat\t: add", "feat:\tadd",

        // Lengths.
        $"feat: {Long}", $"feat: {Long[..94]}", $"feat: {Long[..95]}", Long, $"feat: add\n\n{Long}", $"feat: add\n\n{Long[1..]}", $"feat: add\n\nsee https://example.test/{Long}", $"feat: add\n\nsee xhttps://example.test/{Long}",
        $"feat: add\n\nsee HTTP://example.test/{Long}", $"feat: add\n\nhttps:// {Long}", $"feat: add\n\nfirst\n{Long}\n{Long}", $"feat: add\n\nCloses #1\n{Long}", $"feat: add\n\nSee: https://example.test/{Long}",
        $"feat: add\n\n{string.Concat(Enumerable.Repeat("🎉", 51))}", $"feat: https://example.test/{Long}", $"feat: add\n\n{string.Join('\n', Enumerable.Repeat("line", 500))}", new string('(', 5000), $"feat({new string(')', 5000)}: x", new string('-', 3000) + ":",

        // Blank lines.
        "feat: add\nbody", "feat: add\n\nbody", "feat: add\n\n\nbody", "feat: add\n \nbody", "feat: add\n\nbody\nCloses: #12", "feat: add\n\nbody\n\nCloses: #12", "feat: add\nCloses: #12", "feat: add\n\nCloses: #12", "feat: add\n\nBREAKING CHANGE: x",
        "feat: add\nBREAKING CHANGE: x", "feat: add\n\nbody\nBREAKING-CHANGE: x", "feat: add\n\nbody\nbreaking change: x", "feat: add\n\nbody\n* BREAKING CHANGE: x", "feat: add\n\nbody\n*BREAKING CHANGE: x", "feat: add\n\nbody\nBREAKING CHANGE:", "feat: add\n\nbody\nBREAKING CHANGES: x",
        "feat: add\n\nbody\nBREAKING CHANGE #1", "feat: add\n\nbody\nBREAKING CHANGE x", "feat: add\n\nbody\nfixes #12", "feat: add\n\nbody\nfixes #", "feat: add\n\nbody\nfixes 12", "feat: add\n\nbody\nNote:", "feat: add\n\nbody\nNote: ", "feat: add\n\nbody\nNote:  ",
        "feat: add\n\nbody\nNote:x", "feat: add\n\nbody\n indented: x", "feat: add\n\nbody\n- list: x", "feat: add\n\nbody\nSigned-off-by: Ada <ada@example.test>", "feat: add\n\nhttp://example.test", "feat: add\n\n\n\n",

        // Line ends.
        "feat: add\r\n\r\nbody\r\n", "feat: add\r\nbody\r\n", $"feat: add\r\n\r\n{Long[1..]}\r\n", "feat: add\r\n", "feat: add\n\nbody\r\nCloses: #1\n", "feat: add\r\n\r\nbody\r\n\r\nCloses #1\r\n",

        // As files have them.
        "feat: add\n# a comment\n\nbody", "feat: add\n\n# a comment\nbody\n\nCloses #1\n# another", "feat: add\n\nbody\n# ------------------------ >8 ------------------------\nbelow", "feat: add\n\n---\nbody", new string('x', 10_000), $"feat: {new string('x', 10_000)}", $"feat: add\n\n{new string('x', 10_000)}",
        string.Concat(Enumerable.Repeat("feat(", 2000)), "feat: add\n\nSigned-off-by: Ada <ada@example.test>\n(cherry picked from commit 0123456789abcdef)", "feat: add\n\nbody\n\nAcked-by: Ada\n  of the team\nBut no trailer", "feat(((api))): add", "feat(api)web: add", "feat(api)：add",

        // Trailers.
        "feat: add\n\nSigned-off-by: Ada\none\ntwo\nthree", "feat: add\n\nSigned-off-by: Ada\none\ntwo\nthree\nfour", "feat: add\n\nReviewed-by: Ada\none", "feat: add\n\nbody\nSigned-off-by: Ada", "feat: add\n\nSigned-off-by: Ada\n\nbehind", "feat: add\nSigned-off-by: Ada", "feat: add\n\nSigned-off-by: Ada\n---\nx: y",
        "feat: add\n\nSigned-off-by : Ada", "feat: add\n\nsigned-off-by: Ada", "feat: add\n\nSigned-off-by:Ada", "feat: add\n\n Signed-off-by: Ada", "feat: add\n\nSigned-off-by: Ada\n\nConflicts:\n\tsrc/a.cs", "feat: add\n\nSigned-off-by: Ada\n# comment", "feat: add\n\nA: b\n one\n two\n three\nSigned-off-by: Ada\nno\nno",
        $"feat: add\n\nbody\n\n{Scissors}\n\nSigned-off-by: Ada", $"feat: add\n\nbody\n\nSigned-off-by: Ada\n\n{Scissors}\nnotes\n\nmore", $"feat: add\n\nbody\n\nSigned-off-by: Ada\n{Scissors}", $"feat: add\n\nSigned-off-by: Ada\n{Scissors}x\nnotes",
        "feat: add\n\n one\n two\n three\n four\nSigned-off-by: Ada\nno", "feat: add\n\n(cherry picked from commit 01234567)\none\nA: b",

        // References.
        "feat: add #12", "feat: add (#12)", "feat: add x#12", "feat: add a/b#12", "feat: add #general", "feat: add #12x", "feat: add #12!", "feat: see http://x.test #12", "feat: see http://x.test fixes #12", "feat: fixes http://x.test closes #12", "feat: fixups #12", "feat: x\u2028#12", "feat: add\n\nBREAKING CHANGE: #12",
        "feat: add\n\nBREAKING CHANGE: x\n#12", "feat: add\n\nBREAKING CHANGE: x\nA: b\nBREAKING CHANGE: #12", "feat: add\n\nCloses: #12", "feat: add\n\nCloses: http://x.test #12", "feat: add\n\nsee #12.", "feat: add\n\nsee #12:",

        // What machines and a rebase write.
        "Merge branch 'main' into topic", "Merge branch 'topic'", "Merge branch", "Merge pull request #12 from a/b\n\nAdd x", "Merge remote-tracking branch 'origin/main'", "Merge tag 'v1.2.3' into main", "Merge a into b", "Merge the two", "Merged PR 12: add x", "Merged in topic (pull request #1)",
        "Merged a into b", "Merged a", "Automatic merge from CI", "Auto-merged main into topic", "Auto-merged main", "merge branch 'x'", "Add x\n\nMerge branch 'main' into x", "Revert \"feat: add stuff\"\n\nThis reverts commit 0123456789abcdef.", "revert something", "Reverts something", "Reapply \"feat: add\"",
        "fixup! feat: add stuff", "squash! feat: add stuff", "amend! feat: add stuff", "fixup feat", "1.2.3", "v1.2.3-rc.1", "chore: 1.2.3", "chore(release): 1.2.3 [skip ci]", "chore(release): v1.2.3 (ci-skip)", "chore():1.2.3", "feat: 1.2.3", "v1.2", "01.2.3", "1.2.3-01", "1.2.3+build.01", "1.2.3.4", "99999999999999999.0.0", "1.2.3\n\nRelease",
        "Bump x from 1 to 2", "chore(deps): bump x from 1.0 to 2.0", "[maven-release-plugin] prepare release", "Release 1.2.3", "Update README.md", "Initial commit", "Create .gitignore", "wip", ".", "...", "-", "a", "git-svn-id: x",

        // Nothing.
        "", " ", "\n\n", "\r\n",

        // Hostile.
        "feat: \e[31mred\e[0m", "::set-output name=x::y", "##vso[task.setvariable]x", "feat: <script>alert(1)</script>", "feat: add\0nul", "gpg: Signature made\nfeat: add", "feat: add\n\ngpg: Good signature\nbody", "feat: \uD800 lone",
    ];

    private static readonly string[] Pieces =
    [
        "feat", "fix", "Fix", "docs", "revert", "Merge ", "branch ", "Revert ", "fixup!", "chore", "1.2.3", "(", ")", "!", ":", ": ", ": ", ": ", "!: ", " ", "\t", "\u00A0", "\n", "\n", "\n\n", "\r\n", ".", "...",
        "BREAKING CHANGE", "BREAKING-CHANGE", "breaking change", "Closes", " #12", "Note", "* ", "- ", "add", "Add", "API", "`x`", "\"Y\"", "é", "É", "ß", "日本", "🎉", "x", "_", "-", " into ", "in ", "https://", "http://a", "PR ", "Merged ",
        "[skip ci]", "v", "0", Long, new string('y', 60), "\u2028",
    ];

    /// <summary>Most begin as a conventional commit does; what follows is anything.</summary>
    public static IEnumerable<string> Random(int seed, int count)
    {
#pragma warning disable CA5394 // Not for secrets: a failed run must come again.
        var random = new Random(seed);
        string[] starts = ["feat: ", "fix(api): ", "feat: add\n\n", "feat: add\n\nbody\n", "feat: add\n\nbody\n\nCloses #1\n", ""];

        return Enumerable.Range(0, count).Select(_ =>
            random.GetItems(starts, 1)[0] + string.Concat(random.GetItems(Pieces, random.Next(1, 14))))
            .Where(message => message.Length > 0 && message.Trim() == message);
#pragma warning restore CA5394
    }
}
