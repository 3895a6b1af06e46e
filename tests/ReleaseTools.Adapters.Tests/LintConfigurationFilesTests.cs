using ReleaseTools.Adapters.Commits;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class LintConfigurationFilesTests
{
    private const string Upper = """{ "rules": { "type-case": [2, "always", "upper-case"] } }""";

    [TestMethod]
    [DataRow(".commitlintrc", Upper)]
    [DataRow(".commitlintrc", "rules:\n  type-case: [2, always, upper-case]\n")]
    [DataRow(".commitlintrc", "{ rules: { type-case: [2, always, upper-case] } }")]
    [DataRow(".commitlintrc.json", Upper)]
    [DataRow(".commitlintrc.yaml", "note: &unused x\nrules:\n  type-case:\n    - 2\n    - always\n    - - upper-case\n")]
    [DataRow(".commitlintrc.yml", "base: &base\n  type-case: [2, always, upper-case]\nrules:\n  <<: *base\n")]
    [DataRow("package.json", $$"""{ "name": "x", "commitlint": {{Upper}} }""")]
    [DataRow("package.yaml", "commitlint:\n  rules:\n    type-case: [2, always, upper-case]\n")]
    [DataRow("version.json", $$"""{ "version": "1.0", "releaseTools": { "commits": { "extends": [], "rules": { "type-case": [2, "always", "upper-case"] } } } }""")]
    public void Every_file_commitlint_reads_is_read(string name, string text)
    {
        using var folder = new TempFolder();
        folder.Write(name, text);

        Assert.AreEqual("type-case", Rules(folder.Path, "feat: add\nbody"));
        Assert.AreEqual("", Rules(folder.Path, "FEAT: Add."));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // Not everybody makes links there.
    [DataRow(".commitlintrc")]
    [DataRow("version.json")]
    [DataRow("package.json")]
    public void A_configuration_that_is_a_link_out_of_the_repository_is_not_read(string name)
    {
        using var folder = new TempFolder();
        folder.Write("secret", "a secret\nin lines");
        folder.Write("inner/.git/HEAD", "ref: refs/heads/main\n");
        File.CreateSymbolicLink(folder.At("inner/" + name), folder.At("secret"));

        Refuses(folder.At("inner"), $"error RT2110: There is no configuration '{name}' in this repository");
    }

    [TestMethod]
    public void What_is_no_configuration_is_not_quoted_as_a_whole()
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc", "\"root is here\\nand his secret\"");
        folder.Write("long.json", $"\"{new string('x', 100)}\"");

        Refuses(folder.Path, ".commitlintrc(1,1): error RT2002: 'commitlint' is 'root is here…'. Write");
        Refuses(folder.Path, $"is '{new string('x', 60)}…'. Write", "long.json");
    }

    [TestMethod]
    [DataRow("""[0]""", "feat(app): add", "feat(zz): add")]
    [DataRow("""[0, "always", ["zz"]]""", "feat(app): add", "feat(yy): add")]
    [DataRow("""[2, "never", ["zz"]]""", "feat(app): add", "feat(yy): add")]
    public void Scopes_are_added_to_those_that_are_allowed_and_to_no_others(string setting, params string[] good)
    {
        using var repository = new TempRepository();
        repository.Write("version.json", $$"""{ "releaseTools": { "commits": { "scopes": ["charts"], "rules": { "scope-enum": {{setting}} } } } }""");
        repository.Write("charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
        repository.Git("add", ".");

        foreach (var message in good)
        {
            Assert.AreEqual("", Rules(repository.Path, message), message);
        }
    }

    [TestMethod]
    public void The_nearest_file_holds_and_the_first_of_a_folder_in_commitlints_order()
    {
        using var repository = new TempRepository();
        repository.Write("commitlint.config.js", "export default {}");
        repository.Write("package.json", """{ "name": "commitlint" }""");
        repository.Write(".commitlintrc", "");
        repository.Write(".commitlintrc.json", """{ "rules": { "header-max-length": [2, "always", 5] } }""");
        repository.Write(".commitlintrc.yaml", "rules:\n  header-max-length: [0]\n");
        repository.Write("web/app/x.txt", "");
        repository.Write("web/.commitlintrc.yml", "extends: ../.commitlintrc.json\nrules:\n  subject-case: [1, always, upper-case]\n");

        Assert.AreEqual("header-max-length", Rules(repository.Path, "feat: add"));
        Assert.AreEqual("header-max-length subject-case", Rules(Path.Combine(repository.Path, "web", "app"), "feat: add"));
    }

    [TestMethod]
    public void Nothing_outside_of_the_repository_is_read()
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc.json", """{ "rules": { "header-max-length": [2, "always", 5] } }""");
        folder.Write("inner/.git/HEAD", "ref: refs/heads/main\n");
        folder.Write("inner/.commitlintrc", "extends: ../.commitlintrc.json");

        Refuses(folder.At("inner"), ".commitlintrc(1,10): error RT2111: ");
        File.Delete(folder.At("inner/.commitlintrc"));
        Assert.AreEqual("", Rules(folder.At("inner"), "feat: add"));
        Refuses(folder.At("inner"), "RT2110", "../.commitlintrc.json");
    }

    [TestMethod]
    [DataRow("""{ "rules": { "type-cas": [2, "always"] } }""", ".commitlintrc.json(1,14): error RT2102: ")]
    [DataRow("""{ "rules": { "type-case": 2 } }""", ".commitlintrc.json(1,27): error RT2103: ")]
    [DataRow("""{ "rules": { "type-case": [2] } }""", ".commitlintrc.json(1,27): error RT2103: ")]
    [DataRow("""{ "rules": { "type-case": [3, "always"] } }""", ".commitlintrc.json(1,27): error RT2103: ")]
    [DataRow("""{ "rules": { "type-case": [2, "sometimes"] } }""", ".commitlintrc.json(1,27): error RT2103: ")]
    [DataRow("""{ "rules": { "type-case": [2, "always", "title-case"] } }""", ".commitlintrc.json(1,41): error RT2104: ")]
    [DataRow("""{ "rules": { "header-max-length": [2, "always", "72"] } }""", ".commitlintrc.json(1,49): error RT2104: ")]
    [DataRow("""{ "rules": { "type-enum": [2, "always", ["feat", 1]] } }""", ".commitlintrc.json(1,41): error RT2104: ")]
    [DataRow("""{ "extends": "@acme/rules" }""", ".commitlintrc.json(1,14): error RT2105: ")]
    [DataRow("""{ }""", ".commitlintrc.json(1,1): error RT2106: ")]
    [DataRow("""{ "plugins": ["x"], "rules": {} }""", ".commitlintrc.json(1,3): error RT2107: ")]
    [DataRow("""{ "parserPreset": "x" }""", ".commitlintrc.json(1,19): error RT2108: ")]
    [DataRow("""{ "parserPreset": { "parserOpts": { "headerPattern": "x" } } }""", ".commitlintrc.json(1,37): error RT2109: ")]
    [DataRow("""{ "parserPreset": { "parserOpts": { "headerPattern": {} } } }""", ".commitlintrc.json(1,37): error RT2109: ")]
    [DataRow("""{ "parserPreset": { "name": "mine", "parserOpts": { "headerPattern": {} } } }""", ".commitlintrc.json(1,53): error RT2109: ")]
    [DataRow("""{ "extends": "./.commitlintrc.json" }""", ".commitlintrc.json(1,14): error RT2112: ")]
    [DataRow("""{ "rules": """, ".commitlintrc.json(1,12): error RT2101: ")]
    [DataRow("[]", ".commitlintrc.json(1,1): error RT2002: ")]
    public void What_cannot_be_followed_is_refused_with_its_place(string text, string expected)
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc.json", text);

        Refuses(folder.Path, expected);
    }

    [TestMethod]
    [DataRow("conventional-changelog-conventionalcommits", HeaderForm.MarkFirst)]
    [DataRow("conventional-changelog-angular", HeaderForm.NoMark)]
    public void A_configuration_that_commitlint_printed_has_the_patterns_of_the_preset_it_names(string preset, object header)
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc.json", $$"""{ "rules": { "type-empty": [2, "never"] }, "parserPreset": { "name": "{{preset}}", "parserOpts": { "headerPattern": {}, "breakingHeaderPattern": {}, "headerCorrespondence": ["type", "scope", "subject"], "revertPattern": {}, "issuePrefixes": ["#"] } } }""");

        Assert.AreEqual(header, LintConfigurationFiles.Read(folder.Path, named: null).Grammar.Header);
    }

    [TestMethod]
    public void A_program_is_refused_with_the_way_to_carry_it_over()
    {
        using var folder = new TempFolder();
        folder.Write("commitlint.config.mjs", "export default {}");

        Refuses(folder.Path, "commitlint.config.mjs(1,1): error RT2100: ");
    }

    [TestMethod]
    public void An_unknown_name_in_version_json_is_refused()
    {
        using var folder = new TempFolder();
        folder.Write("version.json", """{ "releaseTools": { "commits": { "rule": {} } } }""");

        Refuses(folder.Path, "Did you mean 'commits.rules'?");
    }

    [TestMethod]
    [DataRow("projects", "Shop.Api Shop.Web")]
    [DataRow("charts", "shop")]
    [DataRow("workspaces", "ui admin")]
    public void Scopes_come_from_what_the_repository_holds(string source, string scopes)
    {
        using var repository = new TempRepository();
        repository.Write("version.json", $$"""{ "releaseTools": { "commits": { "scopes": ["{{source}}"], "rules": { "scope-enum": [1, "always", ["deps"]] } } } }""");
        repository.Write("Shop.sln", "Project(\"{9A19103F-16F7-4668-BE54-9A1E7A4F7556}\") = \"Shop.Api\", \"src\\Shop.Api\\Shop.Api.csproj\", \"{0}\"\nProject(\"{2150E333}\") = \"src\", \"src\", \"{1}\"\n");
        repository.Write("More.slnx", "<Solution><Folder Name=\"/src/\"><Project Path=\"src/Shop.Web/Shop.Web.csproj\" /></Folder></Solution>");
        repository.Write("deploy/chart/Chart.yaml", "apiVersion: v2\nname: shop\n");
        repository.Write("bin/Chart.yaml", "name: built\n");
        repository.Write("package.json", """{ "workspaces": { "packages": ["web/*"] } }""");
        repository.Write("web/ui/package.json", """{ "name": "@shop/ui" }""");
        repository.Write("web/admin/package.json", """{ "name": "admin" }""");
        repository.Write("web/ui/node_modules/x/package.json", """{ "name": "x" }""");
        repository.Write("other/package.json", """{ "name": "other" }""");

        foreach (var scope in scopes.Split(' ').Append("deps"))
        {
            Assert.AreEqual("", Rules(repository.Path, $"feat({scope}): add"));
        }

        Assert.AreEqual("scope-enum", Rules(repository.Path, "feat(built): add"));
        Assert.AreEqual("scope-enum", Rules(repository.Path, "feat(other): add"));
    }

    [TestMethod]
    [DataRow("@commitlint/config-workspace-scopes", "package.json", """{ "workspaces": ["web/*"] }""")]
    [DataRow("@commitlint/config-lerna-scopes", "lerna.json", """{ "packages": ["web/*"] }""")]
    public void The_shared_configurations_that_name_packages_are_followed(string shared, string file, string text)
    {
        using var repository = new TempRepository();
        repository.Write(".commitlintrc", $"extends: '{shared}'\n");
        repository.Write(file, text);
        repository.Write("web/ui/package.json", """{ "name": "@shop/ui" }""");

        Assert.AreEqual("", Rules(repository.Path, "feat(ui): add"));
        Assert.AreEqual("scope-enum", Rules(repository.Path, "feat(web): add"));
    }

    [TestMethod]
    public void All_rules_that_are_wrong_are_told_together()
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc.json", """{ "rules": { "a": [2], "b": [2] } }""");

        Assert.HasCount(2, Assert.ThrowsExactly<ReleaseException>(() => LintConfigurationFiles.Read(folder.Path, null)).Diagnostics);
    }

    private static string Rules(string folder, string message) => string.Join(' ', LintReport.Judge(CommitText.From("m", message), LintConfigurationFiles.Read(folder, null)).Findings.Select(finding => finding.Rule));

    private static void Refuses(string folder, string expected, string? named = null) =>
        StringAssert.Contains(Assert.ThrowsExactly<ReleaseException>(() => LintConfigurationFiles.Read(folder, named)).Message, expected);
}
