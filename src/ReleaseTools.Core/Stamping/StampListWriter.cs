using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Stamping;

/// <summary>Adds entries to the list of files to stamp in a version.json, and touches nothing else in it.</summary>
internal static class StampListWriter
{
    private const string Own = "releaseTools";
    private const string List = "stamp";

    /// <param name="file">As it is; empty where it is to be made.</param>
    /// <param name="entries">Each in JSON.</param>
    /// <exception cref="ReleaseException">RT2001 or RT2002: the file is no version.json.</exception>
    public static SourceText Add(SourceText file, ImmutableArray<string> entries)
    {
        if (entries is [])
        {
            return file;
        }

        if (file.Text.Length == 0)
        {
            return file.With([new(0, 0, $"{{\n  \"{Own}\": {{\n    \"{List}\": {Items(entries, "\n    ")}\n  }}\n}}\n")]);
        }

        // Whatever is wrong with the file is said before anything is added to it.
        VersionOptionsReader.Read(file, () => VersionOptions.Default);
        var end = file.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var root = JsonLocator.Parse(file);
        var own = VersionFiles.Find(root, Own)?.Value;
        var list = own?.Members.LastOrDefault(member => member.Name == List)?.Value;

        var edit = (own, list) switch
        {
            (_, { } found) => Insert(found, found.Items.LastOrDefault(), string.Join($",{end}      ", entries), $"{end}      ", $"{end}    "),
            ({ } found, _) => Insert(found, found.Members.LastOrDefault()?.Value, $"\"{List}\": {Items(entries, $"{end}    ")}", $"{end}    ", $"{end}  "),
            _ => Insert(root, root.Members.LastOrDefault()?.Value, $"\"{Own}\": {{{end}    \"{List}\": {Items(entries, $"{end}    ")}{end}  }}", $"{end}  ", end),
        };

        return file.With([edit]);
    }

    /// <summary>Behind the last one there is, or as the only one.</summary>
    private static TextEdit Insert(JsonValue holder, JsonValue? last, string text, string before, string after) => last is null
        ? new(holder.Start + 1, 0, $"{before}{text}{after}")
        : new(last.Start + last.Length, 0, $",{before}{text}");

    private static string Items(ImmutableArray<string> entries, string end) => $"[{string.Join(',', entries.Select(entry => $"{end}  {entry}"))}{end}]";
}
