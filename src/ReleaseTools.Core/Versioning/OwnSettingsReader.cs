using System.Text.Json;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning;

/// <summary>
/// Reads the part of version.json that is ours alone, <c>releaseTools</c>, over the options it inherits. A name it does not know is
/// refused: no other program reads it.
/// </summary>
internal sealed class OwnSettingsReader(SettingValues values)
{
    private const int MostMatches = 10_000;

    private static readonly string[] OwnSettings = ["versionFrom", "commitInVersion", "tagPrefix", "autoIncrement", "prereleaseIdentifiers", "buildMetadata", "ignoreHeight", "bump", "imageTags", "stamp", "charts", "push", "commits", "changelog"];

    private static readonly string[] BumpSettings = ["bump.breakingBelowOne", "bump.featureBelowOne", "bump.other"];

    private static readonly string[] ImageTagSettings = ["imageTags.tag", "imageTags.when"];

    private static readonly string[] StampTexts = ["file", "yaml", "json", "xml", "toml", "image", "pattern", "value"];

    private static readonly string[] StampSettings = [.. StampTexts.Append("count").Select(name => $"stamp.{name}")];

    private static readonly string[] ChartSettings = ["charts.version", "charts.appVersion", "charts.artifactHubChanges", "charts.artifactHubImages"];

    private static readonly string[] PushSettings = ["push.annotatedTags", "push.otherTags"];

    private static readonly string[] ChangelogTexts = ["format", "file", "notes", "title", "entry", "links"];

    private static readonly string[] ChangelogSettings = [.. ChangelogTexts.Concat(["sections", "online", "text"]).Select(name => $"changelog.{name}")];

    private static readonly string[] SectionSettings = [.. new[] { "title", "types", "hidden", "type", "section" }.Select(name => $"changelog.sections.{name}")];

    /// <exception cref="ReleaseException">RT2002 or RT2007: a value or a name is wrong.</exception>
    public VersionOptions Read(VersionOptions options, JsonMember member) => values.Objects(member).Aggregate(options, Setting);

    private VersionOptions Setting(VersionOptions options, JsonMember member) => member.Name switch
    {
        "commitInVersion" => options with { CommitInVersion = values.Choice<CommitInVersion>(member) },
        "versionFrom" => options with { VersionFrom = values.Choice<VersionScheme>(member) },
        "tagPrefix" => options with { Tags = options.Tags with { Prefix = values.Text(member) } },
        "autoIncrement" => options with { Tags = options.Tags with { AutoIncrement = values.Choice<TagIncrement>(member) } },
        "prereleaseIdentifiers" => options with { Tags = options.Tags with { PrereleaseIdentifiers = Identifiers(member, "0.0.0-", "letters, digits and hyphens with dots between, as in 'alpha.0'") } },
        "buildMetadata" => options with { Tags = options.Tags with { BuildMetadata = values.Text(member) is "" ? "" : Identifiers(member, "0.0.0+", "letters, digits and hyphens with dots between, as in 'build.7'") } },
        "ignoreHeight" => options with { Tags = options.Tags with { IgnoreHeight = values.Flag(member) } },
        "bump" => options with { Bump = values.Objects(member).Aggregate(options.Bump, BumpRule) },
        "imageTags" => options with { ImageTags = [.. values.Items(member).Select(item => ImageTag(member, item))] },
        "stamp" => options with { Stamp = [.. values.Items(member).Select(item => values.Expect(item, member.Name, JsonValueKind.Object).Members.Aggregate(new StampSetting(values.Spot(item)), Stamp))] },
        "charts" => options with { Charts = values.Objects(member).Aggregate(options.Charts, Chart) },
        "changelog" => options with { Changelog = values.Objects(member).Aggregate(options.Changelog, Changelog) },
        "push" => options with { Push = values.Objects(member).Aggregate(options.Push, PushRule) },

        // Read where messages are checked, so that nothing in it stands in the way of a version.
        "commits" => values.Objects(member) is var _ ? options : options,
        _ => throw Unknown(member, member.Name, OwnSettings),
    };

    private BumpPolicy BumpRule(BumpPolicy policy, JsonMember member) => member.Name switch
    {
        "breakingBelowOne" => policy with { BreakingBelowOne = values.Choice(member, Bump.Minor, Bump.Major) },
        "featureBelowOne" => policy with { FeatureBelowOne = values.Choice(member, Bump.Patch, Bump.Minor) },
        "other" => policy with { Other = values.Choice(member, Bump.None, Bump.Patch) },
        _ => throw Unknown(member, $"bump.{member.Name}", BumpSettings),
    };

    /// <summary>A text, or an object that says when as well.</summary>
    private ImageTagSetting ImageTag(JsonMember list, JsonValue item) => item.Kind == JsonValueKind.Object
        ? item.Members.Aggregate(new ImageTagSetting("", values.Spot(item)), ImageTagPart)
        : new(values.Expect(item, list.Name, JsonValueKind.String).Text, values.Spot(item));

    private ImageTagSetting ImageTagPart(ImageTagSetting tag, JsonMember member) => member.Name switch
    {
        "tag" => tag with { Tag = values.Text(member), Spot = values.Spot(member) },
        "when" when member.Value.Kind == JsonValueKind.Array => tag with { When = [.. values.Strings(member).Select(condition => condition.Text)], WhenSpot = values.Spot(member) },
        "when" => tag with { When = [values.Text(member)], WhenSpot = values.Spot(member) },
        _ => throw Unknown(member, $"imageTags.{member.Name}", ImageTagSettings),
    };

    private StampSetting Stamp(StampSetting stamp, JsonMember member) => member.Name switch
    {
        "count" => stamp with { Count = values.Between(member, 1, MostMatches) },
        var name when StampTexts.Contains(name) => stamp with { Texts = stamp.Texts.SetItem(name, (values.Text(member), values.Spot(member))) },
        _ => throw Unknown(member, $"stamp.{member.Name}", StampSettings),
    };

    private ChartOptions Chart(ChartOptions charts, JsonMember member) => member.Name switch
    {
        "version" => charts with { Version = values.Choice<ChartVersioning>(member) },
        "appVersion" => charts with { AppVersion = values.Text(member), AppVersionSpot = values.Spot(member) },
        "artifactHubChanges" => charts with { ArtifactHubChanges = values.Flag(member) },
        "artifactHubImages" => charts with { ArtifactHubImages = values.Flag(member) },
        _ => throw Unknown(member, $"charts.{member.Name}", ChartSettings),
    };

    private PushOptions PushRule(PushOptions push, JsonMember member) => member.Name switch
    {
        "annotatedTags" => push with { AnnotatedTags = values.Flag(member) },
        "otherTags" => push with { OtherTags = values.Choice<OtherTags>(member) },
        _ => throw Unknown(member, $"push.{member.Name}", PushSettings),
    };

    private ChangelogSetting Changelog(ChangelogSetting changelog, JsonMember member) => member.Name switch
    {
        "sections" => changelog with { Sections = [.. values.Items(member).Select(item => values.Expect(item, member.Name, JsonValueKind.Object).Members.Aggregate(new SectionSetting(values.Spot(item)), Section))] },
        "online" => changelog with { IsOnline = values.Flag(member) },
        "text" => changelog with { Text = values.Choice<EntrySource>(member) },
        var name when ChangelogTexts.Contains(name) => changelog with { Texts = changelog.Texts.SetItem(name, (values.Text(member), values.Spot(member))) },
        _ => throw Unknown(member, $"changelog.{member.Name}", ChangelogSettings),
    };

    private SectionSetting Section(SectionSetting section, JsonMember member) => member.Name switch
    {
        "title" or "section" => section with { Title = values.Text(member) },
        "type" => section with { Types = section.Types.Add(values.Text(member)) },
        "types" => section with { Types = section.Types.AddRange(values.Strings(member).Select(type => type.Text)) },
        "hidden" => section with { IsHidden = values.Flag(member) },
        _ => throw Unknown(member, $"changelog.sections.{member.Name}", SectionSettings),
    };

    /// <summary>A part of a version, which must be one behind <paramref name="before"/>.</summary>
    private string Identifiers(JsonMember member, string before, string expected) =>
        values.Text(member) is var text && SemanticVersion.TryParse(before + text, out var version) && version.HasMetadata == before.EndsWith('+') ? text : throw values.Wrong(member, expected);

    private ReleaseException Unknown(JsonMember member, string name, string[] known) =>
        new(ConfigurationDiagnostics.UnknownSetting(values.SpotOfName(member), name, Spelling.Nearest(name, known)));
}
