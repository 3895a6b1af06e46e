using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning;

/// <summary>What it takes for a version file to say another version: the file as it is, and the splices that make it say so.</summary>
/// <param name="Source">The file; one that does not exist yet is empty.</param>
/// <param name="Found">What it says now, or null where it gives no version.</param>
/// <param name="Wanted">What it is to say.</param>
/// <param name="Start">Where the value is, or will be.</param>
/// <param name="Edits">None where it says so already.</param>
internal sealed record VersionSetting(SourceText Source, VersionSpec? Found, VersionSpec Wanted, int Start, ImmutableArray<TextEdit> Edits)
{
    private const string Schema = "https://raw.githubusercontent.com/dotnet/Nerdbank.GitVersioning/main/src/NerdBank.GitVersioning/version.schema.json";

    public bool IsUpToDate => Edits is [];

    /// <summary>The whole file with the version in it. Comments, order, line ends and byte order mark stay.</summary>
    public SourceText Written() => Source.With(Edits);

    /// <param name="file">A version file whose text was read already, or an empty one to be made.</param>
    /// <param name="want">What it is to say, from what it says.</param>
    public static VersionSetting In(SourceText file, Func<VersionSpec?, VersionSpec> want) =>
        VersionFiles.IsTxt(file.Path) ? Txt(file, want)
        : file.Text.Length > 0 ? Json(file, want)
        : New(file, want(null));

    private static VersionSetting New(SourceText file, VersionSpec wanted) =>
        new(file, null, wanted, 0, [new(0, 0, $"{{\n  \"$schema\": \"{Schema}\",\n  \"version\": \"{wanted}\"\n}}\n")]);

    private static VersionSetting Json(SourceText file, Func<VersionSpec?, VersionSpec> want)
    {
        var root = JsonLocator.Parse(file);

        if (VersionFiles.Find(root, "version") is not { } member)
        {
            var first = want(null);
            return new(file, null, first, root.Start, [Member(file.Text, root, $"\"version\": \"{first}\"")]);
        }

        var found = VersionSpec.Read(member.Value.Text);
        var wanted = want(found);
        return new(file, found, wanted, member.Value.Start, found == wanted ? [] : [new(member.Value.Start, member.Value.Length, $"\"{wanted}\"")]);
    }

    /// <summary>A first member, or the one behind <c>$schema</c>, set off as the first is.</summary>
    private static TextEdit Member(string text, JsonValue root, string member)
    {
        if (root.Members is not [var first, ..])
        {
            return new(root.Start + 1, 0, $" {member} ");
        }

        var indent = text[(text.AsSpan(0, first.NameStart).TrimEnd().Length)..first.NameStart] is { Length: > 0 } space ? space : " ";

        return first.Name == "$schema"
            ? new(first.Value.Start + first.Value.Length, 0, $",{indent}{member}")
            : new(first.NameStart, 0, $"{member},{indent}");
    }

    /// <summary>The older form. A prerelease that has a line of its own keeps it.</summary>
    private static VersionSetting Txt(SourceText file, Func<VersionSpec?, VersionSpec> want)
    {
        var lines = file.Text.Split('\n', 3);
        var tag = lines.ElementAtOrDefault(1)?.Trim() ?? "";
        var found = VersionSpec.Read(lines[0].Trim() + (tag.Length > 0 ? "-" + tag.TrimStart('-') : ""));
        var wanted = want(found);

        if (found == wanted)
        {
            return new(file, found, wanted, 0, []);
        }

        var hasOwnLine = tag.Length > 0 && wanted.Prerelease.Length > 0;
        var first = Line(lines[0], 0, hasOwnLine ? $"{wanted.Numbers}" : $"{wanted}");

        return new(file, found, wanted, first.Start, tag.Length == 0
            ? [first]
            : [first, Line(lines[1], lines[0].Length + 1, hasOwnLine ? $"{wanted.Prerelease[1..]}{wanted.BuildMetadata}" : "")]);
    }

    /// <summary>What a line says, without the blanks around it and its end.</summary>
    private static TextEdit Line(string line, int start, string text) =>
        new(start + line.Length - line.TrimStart().Length, line.Trim().Length, text);
}
