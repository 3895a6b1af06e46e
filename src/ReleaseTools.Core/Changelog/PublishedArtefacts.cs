using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The list of what a release published, as a file holds it.</summary>
internal static partial class PublishedArtefacts
{
    /// <exception cref="ReleaseException">RT4305, RT4306 or RT4358: it is no such list, or a name could be more than a name on a command line.</exception>
    public static ImmutableArray<PublishedArtefact> Parse(SourceText source)
    {
        var root = JsonLocator.Parse(source, ChangelogFileDiagnostics.NotPublished);
        return root.Kind == JsonValueKind.Array ? [.. root.Items.Select(item => Artefact(source, item))] : throw Wrong(source, root);
    }

    private static PublishedArtefact Artefact(SourceText source, JsonValue item) => new(
        Enum.GetValues<ArtefactKind>().Cast<ArtefactKind?>().FirstOrDefault(kind => ChoiceName.Of(kind!).Equals(Text(source, item, "kind"), StringComparison.OrdinalIgnoreCase)) ?? throw Wrong(source, item),
        Text(source, item, "name") ?? throw Wrong(source, item),
        Text(source, item, "version") ?? throw Wrong(source, item),
        Digest(source, item));

    private static string? Digest(SourceText source, JsonValue item) => Text(source, item, "digest") is not { } digest || WholeDigest.IsMatch(digest) ? Text(source, item, "digest")
        : throw new ReleaseException(ChangelogDiagnostics.NotADigest(source.SpotAt(item.Members.Last(member => member.Name == "digest").Value.Start), digest));

    /// <summary>People paste these lines into a shell.</summary>
    private static string? Text(SourceText source, JsonValue item, string name) => item.Members.LastOrDefault(member => member.Name == name)?.Value switch
    {
        null or { Kind: JsonValueKind.Null } => null,
        { Kind: JsonValueKind.String } value when Plain.IsMatch(value.Text) => value.Text,
        { Kind: JsonValueKind.String } value when name != "kind" => throw new ReleaseException(ChangelogDiagnostics.NotForACommandLine(source.SpotAt(value.Start), name, HarmlessText.From(value.Text))),
        var value => throw Wrong(source, value),
    };

    private static ReleaseException Wrong(SourceText source, JsonValue value) => new(ChangelogFileDiagnostics.NotPublished(source.SpotAt(value.Start)));

    [GeneratedRegex(@"^[A-Za-z0-9@][A-Za-z0-9@._:/+-]{0,499}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain { get; }

    [GeneratedRegex(@"^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeDigest { get; }
}
