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
    private static readonly string[] OwnSettings = ["versionFrom", "commitInVersion", "tagPrefix", "autoIncrement", "prereleaseIdentifiers", "buildMetadata", "ignoreHeight", "bump"];

    private static readonly string[] BumpSettings = ["bump.breakingBelowOne", "bump.featureBelowOne", "bump.other"];

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
        "ignoreHeight" => options with { Tags = options.Tags with { IgnoreHeight = values.Flag(member.Value) } },
        "bump" => options with { Bump = values.Objects(member).Aggregate(options.Bump, BumpRule) },
        _ => throw Unknown(member, member.Name, OwnSettings),
    };

    private BumpPolicy BumpRule(BumpPolicy policy, JsonMember member) => member.Name switch
    {
        "breakingBelowOne" => policy with { BreakingBelowOne = values.Choice(member, Bump.Minor, Bump.Major) },
        "featureBelowOne" => policy with { FeatureBelowOne = values.Choice(member, Bump.Patch, Bump.Minor) },
        "other" => policy with { Other = values.Choice(member, Bump.None, Bump.Patch) },
        _ => throw Unknown(member, $"bump.{member.Name}", BumpSettings),
    };

    /// <summary>A part of a version, which must be one behind <paramref name="before"/>.</summary>
    private string Identifiers(JsonMember member, string before, string expected) =>
        values.Text(member) is var text && SemanticVersion.TryParse(before + text, out var version) && version.HasMetadata == before.EndsWith('+') ? text : throw values.Wrong(member, expected);

    private ReleaseException Unknown(JsonMember member, string name, string[] known) =>
        new(ConfigurationDiagnostics.UnknownSetting(values.SpotOfName(member), name, Spelling.Nearest(name, known)));
}
