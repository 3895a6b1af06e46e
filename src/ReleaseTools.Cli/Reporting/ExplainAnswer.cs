using ReleaseTools.Text;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Tells in plain words why a version is what it is: a topic for each thing that decided, and how the forms are put together.</summary>
internal static class ExplainAnswer
{
    private const int TopicWidth = 9;

    public static void Write(TextWriter output, VersionExplanation explanation, bool isFull)
    {
        var head = explanation.Facts.Head.Id;
        output.WriteLine(HarmlessText.Line($"{explanation.Version.SemVer2} is the version of {CommitWords.Tell(explanation, head)}"));
        output.WriteLine();

        // What both schemes share stands around what is the scheme's own.
        foreach (var (topic, text) in FileWords.Of(explanation).Concat(Scheme(explanation, isFull)).Concat(RefWords.Of(explanation)))
        {
            output.WriteLine(HarmlessText.Line($"{topic.PadRight(TopicWidth)} {text}"));
        }

        output.WriteLine();
        var width = explanation.Forms.Max(form => form.Name.Length);

        foreach (var form in explanation.Forms)
        {
            output.WriteLine(HarmlessText.Line($"{form.Name.PadRight(width)} {form.Value} = {string.Join(" + ", form.Parts.Select(part => $"{part.Text} ({part.Meaning})"))}"));
        }
    }

    private static IEnumerable<(string Topic, string Text)> Scheme(VersionExplanation explanation, bool isFull) => explanation switch
    {
        { Height: { } height } => HeightWords.Of(explanation, height, isFull),
        { Tags: { } tags } => TagWords.Of(explanation, tags, isFull),
        _ => [],
    };
}
