using ReleaseTools.Commits;
using ReleaseTools.Commits.Rules;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class LintRulesTests
{
    [TestMethod]
    public void Every_rule_of_the_folder_is_listed() => CollectionAssert.AreEquivalent(
        typeof(ILintRule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ILintRule))).ToArray(),
        LintRules.All.Select(rule => rule.GetType()).ToArray());

    [TestMethod]
    public void Every_rule_has_a_name_of_its_own_that_is_its_class() => Assert.AreEqual("", string.Join(' ', LintRules.All
        .Where(rule => !rule.Name.Replace("-", "", StringComparison.Ordinal).Equals(rule.GetType().Name, StringComparison.OrdinalIgnoreCase)).Select(rule => rule.Name)));

    [TestMethod]
    [DataRow("added stuff", "type-empty(1,1) subject-empty(1,1)")]
    [DataRow("Feature: Added x.", "type-case(1,1) type-enum(1,1) subject-case(1,10) subject-full-stop(1,17)")]
    [DataRow("feat(api):x", "type-empty(1,1) subject-empty(1,11)")]
    [DataRow(" feat: x ", "type-empty(1,1) header-trim(1,1) subject-empty(1,7) header-trim(1,9)")]
    [DataRow("feat: x\nbody\nRefs: #1", "body-leading-blank(2,1) footer-leading-blank(3,1)")]
    public void A_finding_says_where_it_is(string text, string expected) => Assert.AreEqual(expected, string.Join(' ', LintReport.Of(CommitText.From("m", text)).Ordered
        .Select(finding => $"{finding.Rule}{finding.Diagnostic.Spot!.ToString()[1..]}")));

    [TestMethod]
    [DataRow("added stuff", "feat: added stuff")]
    [DataRow("Added stuff.", "feat: added stuff")]
    [DataRow("Feature: Added x.", "feat: added x")]
    [DataRow("featt(Api)!: Add x", "feat(Api)!: add x")]
    [DataRow("feat:add x", "feat: add x")]
    [DataRow("feat :add x", "feat: add x")]
    [DataRow("feat：add x", "feat: add x")]
    [DataRow("FIX: HTTP is slow", "fix: http is slow")]
    [DataRow("[fix] handle null", "fix: handle null")]
    [DataRow("fix - handle null", "fix: handle null")]
    [DataRow("feat(): add x", null)]
    [DataRow(" feat: add x ", "feat: add x")]
    [DataRow("Bump x from 1 to 2", "chore: bump x from 1 to 2")]
    [DataRow("whatever", null)]
    [DataRow("WIP: whatever", null)]
    [DataRow("feat: add x", null)]
    public void The_line_somebody_meant_is_found_where_it_can_be_known(string text, string? expected) =>
        Assert.AreEqual(expected, LintReport.Of(CommitText.From("message", text)).CorrectedHeader);

    [TestMethod]
    public void A_line_that_is_too_long_has_no_correction() =>
        Assert.IsNull(LintReport.Of(CommitText.From("message", "Feat: " + new string('x', 100))).CorrectedHeader);
}
