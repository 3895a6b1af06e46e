using ReleaseTools.Commits;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CommitTextTests
{
    private const string File = "\n# hint\nfeat: add\n\n; no hint\n#12 is why\n# ------------------------ >8 ------------------------\ndiff\n";

    [TestMethod]
    [DataRow(null, null, true, "3 feat: add|4 |5 ; no hint")]
    [DataRow("strip", null, false, "3 feat: add|4 |5 ; no hint")]
    [DataRow("scissors", null, true, "2 # hint|3 feat: add|4 |5 ; no hint|6 #12 is why")]
    [DataRow(null, ";", true, "2 # hint|3 feat: add|4 |6 #12 is why|7 # ------------------------ >8 ------------------------|8 diff")]
    public void What_git_takes_out_of_a_message_file_is_not_part_of_the_message(string? mode, string? prefix, bool isEdited, string expected) =>
        Assert.AreEqual(expected, Lines(File, MessageCleanup.For(mode, prefix, isEdited, File)));

    [TestMethod]
    public void Without_an_editor_nobody_wrote_a_comment() =>
        Assert.AreEqual("1 #12 added", Lines("#12 added\n", MessageCleanup.For(null, null, isEdited: false, "")));

    [TestMethod]
    public void The_prefix_git_chose_by_itself_is_read_from_its_hints()
    {
        const string text = "fix: #1\n\n#1 it is\n; Please enter\n; the message\n";

        Assert.AreEqual("1 fix: #1|2 |3 #1 it is", Lines(text, MessageCleanup.For(null, "auto", isEdited: true, text)));
    }

    private static string Lines(string text, MessageCleanup cleanup) =>
        string.Join('|', CommitText.From("message", text, cleanup).Lines.Select(line => $"{line.Number} {line.Text}"));
}
