using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Handover;

/// <summary>Reads a lock back, and takes nothing but what the tool wrote.</summary>
internal static class VersionLockReader
{
    /// <exception cref="ReleaseException">RT1060: the file is damaged. RT1061: another release of the tool wrote it.</exception>
    public static VersionLock Read(SourceText source)
    {
        var root = Members(JsonLocator.Parse(source, _ => HandoverDiagnostics.DamagedLock(source.Path)));

        if (root.TryGetValue("schema", out var schema) && schema.Text != VersionLock.Schema.ToString(CultureInfo.InvariantCulture))
        {
            throw new ReleaseException(HandoverDiagnostics.OtherLock(source.Path, root.GetValueOrDefault("tool")?.Text ?? ""));
        }

        if (!LockSeal.IsWhole(source.Text))
        {
            throw new ReleaseException(HandoverDiagnostics.DamagedLock(source.Path));
        }

        try
        {
            return Read(root);
        }
        catch (Exception missing) when (missing is KeyNotFoundException or FormatException or OverflowException)
        {
            // Whole, and yet not ours to read: a form is missing that this release wants.
            throw new ReleaseException(HandoverDiagnostics.OtherLock(source.Path, root.GetValueOrDefault("tool")?.Text ?? ""));
        }
    }

    private static VersionLock Read(Dictionary<string, JsonValue> root) => new()
    {
        Tool = Line(root["tool"]),
        Commit = CommitId.Read(Line(root["commit"])) ?? throw new FormatException(),
        CommitDate = Date(root["commitDate"]),
        Source = Line(root["source"]),
        Folders = Items(root["folders"]).Select(Text).ToImmutableSortedSet(StringComparer.Ordinal),
        Versions = Members(root["versions"]).ToImmutableSortedDictionary(member => member.Key, member => Forms(member.Value), StringComparer.Ordinal),
    };

    private static VersionForms? Forms(JsonValue value)
    {
        if (value.Kind == JsonValueKind.Null)
        {
            return null;
        }

        var members = Members(value);

        return new(VersionFields.All
            .Select(field => (field.Name, Value: Form(field.Kind, members[field.Name])))
            .Append((VersionForms.ImageTagsName, Items(members[VersionForms.ImageTagsName]).Select(Line).ToImmutableArray()))
            .ToDictionary());
    }

    private static object? Form(FieldKind kind, JsonValue value) => (kind, value.Kind) switch
    {
        (FieldKind.Text or FieldKind.TextOrNone, JsonValueKind.String) => Line(value),
        (FieldKind.Number, JsonValueKind.Number) => int.Parse(value.Text, CultureInfo.InvariantCulture),
        (FieldKind.Truth, JsonValueKind.True) => true,
        (FieldKind.Truth, JsonValueKind.False) => false,
        (FieldKind.DateOrNone, JsonValueKind.String) => Date(value),
        (FieldKind.TextOrNone or FieldKind.DateOrNone, JsonValueKind.Null) => null,
        _ => throw new FormatException(),
    };

    private static Dictionary<string, JsonValue> Members(JsonValue value) =>
        value.Members.DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    private static ImmutableArray<JsonValue> Items(JsonValue value) => value.Kind == JsonValueKind.Array ? value.Items : throw new FormatException();

    private static DateTimeOffset Date(JsonValue value) => DateTimeOffset.ParseExact(Text(value), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    /// <summary>Whatever git names is one line of text; anybody can make a right checksum.</summary>
    private static string Line(JsonValue value) => Text(value) is var text && !text.Any(char.IsControl) ? text : throw new FormatException();

    private static string Text(JsonValue value) => value.Kind == JsonValueKind.String ? value.Text : throw new FormatException();
}
