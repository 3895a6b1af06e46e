using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

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
        Tool = root["tool"].Text,
        Commit = new(Hash(root["commit"].Text)),
        Tree = Hash(root["tree"].Text),
        CommitDate = Date(root["commitDate"].Text),
        Source = Harmless(root["source"].Text),
        Versions = Members(root["versions"]).ToImmutableSortedDictionary(member => member.Key, member => Forms(member.Value), StringComparer.Ordinal),
    };

    private static VersionForms? Forms(JsonValue value)
    {
        if (value.Kind == JsonValueKind.Null)
        {
            return null;
        }

        var members = Members(value);
        return new(VersionForms.Names.ToDictionary(name => name, name => Form(name, members[name])));
    }

    private static object? Form(string name, JsonValue value) => value.Kind switch
    {
        _ when (name == VersionForms.ImageTagsName) != (value.Kind == JsonValueKind.Array) => throw new FormatException(),
        JsonValueKind.Array => value.Items.Select(item => Harmless(item.Text)).ToImmutableArray(),
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => int.Parse(value.Text, CultureInfo.InvariantCulture),
        _ => name.EndsWith("Date", StringComparison.Ordinal) ? Date(value.Text) : Harmless(value.Text),
    };

    private static Dictionary<string, JsonValue> Members(JsonValue value) =>
        value.Members.DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    private static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Hash(string text) => text.Length > 0 && text.All(char.IsAsciiHexDigitLower) ? text : throw new FormatException();

    /// <summary>Whatever git names is one line of text; anybody can make a right checksum.</summary>
    private static string Harmless(string text) => text.Any(char.IsControl) ? throw new FormatException() : text;
}
