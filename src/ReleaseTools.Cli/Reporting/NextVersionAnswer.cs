using ReleaseTools.Releasing;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints the next version alone, for scripts, and the evidence for it beside the answer.</summary>
internal static class NextVersionAnswer
{
    /// <summary>As many commits as a terminal shows without scrolling.</summary>
    private const int Shown = 20;

    public static void Write(Terminal terminal, NextVersion next)
    {
        if (next.Version is { } version)
        {
            terminal.Out.WriteLine(version.ToNormalizedString());
        }

        foreach (var line in Evidence(next))
        {
            terminal.Note(HarmlessText.Line(line));
        }
    }

    public static void WriteJson(TextWriter output, NextVersion next) => JsonAnswer.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("next", next.Version?.ToNormalizedString());
        writer.WriteString("base", next.Base.ToNormalizedString());
        writer.WriteString("tag", next.Last?.Name);
        writer.WriteString("bump", ChoiceName.Of(next.Bump));
        writer.WritePropertyName("reasons");
        JsonText.WriteValue(writer, next.Reasons);
        writer.WriteStartArray("commits");

        foreach (var call in next.Commits)
        {
            writer.WriteStartObject();
            writer.WriteString("commit", call.Commit.Hash);
            writer.WriteString("header", call.Header);
            writer.WriteString("type", call.Type);
            writer.WriteString("bump", ChoiceName.Of(call.Bump));
            writer.WriteBoolean("breaking", call.IsBreaking);
            writer.WriteString("why", call.Why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static IEnumerable<string> Evidence(NextVersion next)
    {
        // What decided stands first, however many others there are.
        var calling = next.Commits.Where(call => call.Bump != Bump.None).OrderByDescending(call => call.Bump).ToArray();
        var silent = next.Commits.Length - calling.Length;
        var since = next.Last is { } tag ? $"since {tag.Name}" : "since the beginning";

        yield return $"{CommitWords.Count(next.Commits.Length)} {since}{(next.Version is null && next.Reasons is [] ? ": nothing calls for a release." : ":")}";

        foreach (var call in calling.Take(Shown))
        {
            yield return $"  {ChoiceName.Of(call.Bump),-5}  {call.Commit}  {call.Header} ({call.Why})";
        }

        if (calling.Length > Shown)
        {
            yield return $"  … and {calling.Length - Shown} more that call for {ChoiceName.Of(calling[Shown].Bump)} or less";
        }

        if (silent > 0 && calling is not [])
        {
            yield return $"  … and {silent} more that {(silent == 1 ? "calls" : "call")} for nothing";
        }

        foreach (var reason in next.Reasons)
        {
            yield return reason;
        }
    }
}
