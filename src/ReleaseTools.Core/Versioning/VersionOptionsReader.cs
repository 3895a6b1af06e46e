using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning;

/// <summary>
/// Reads one version.json over the options it inherits: a scalar replaces, an object merges, a list replaces; pathFilters are added.
/// Key names compare without case and the last of two equal keys wins, as in Nerdbank.GitVersioning.
/// </summary>
internal sealed class VersionOptionsReader(SourceText source)
{
    /// <summary>No sum of an offset and a height leaves the range of its type.</summary>
    private const int FarBeyondAnyHeight = 1_000_000_000;

    private static readonly string[] OwnSettings = ["versionFrom", "commitInVersion", "tagPrefix", "autoIncrement", "prereleaseIdentifiers", "buildMetadata", "ignoreHeight", "bump"];

    private static readonly string[] BumpSettings = ["bump.breakingBelowOne", "bump.featureBelowOne", "bump.other"];

    /// <exception cref="ReleaseException">RT20…: the first thing that is wrong, with its place.</exception>
    public static VersionOptions Read(SourceText source, Func<VersionOptions?> inherited)
    {
        var root = JsonLocator.Parse(source);
        return new VersionOptionsReader(source).Read(Expect(source, root, "version.json", JsonValueKind.Object), inherited);
    }

    private VersionOptions Read(JsonValue root, Func<VersionOptions?> inherited)
    {
        var options = VersionOptions.Default;
        var inherits = Find(root, "inherit") is { } inherit && Flag(inherit);

        if (inherits)
        {
            options = inherited() ?? throw Fail(ConfigurationDiagnostics.NoParentToInherit(Spot(Find(root, "inherit")!)));
        }

        foreach (var member in root.Members)
        {
            options = Apply(options, member, member.Value);
        }

        if (inherits && Find(root, "prerelease") is { } prerelease)
        {
            options = WithPrerelease(options, prerelease);
        }

        return options.Scheme == VersionScheme.Tags && options.Version is { } floor && !IsFloor(floor)
            ? throw Fail(ConfigurationDiagnostics.NotAFloor(Spot(Find(root, "version") ?? Find(root, "prerelease") ?? Find(root, "releaseTools") ?? root), floor.ToString()))
            : options;
    }

    private static bool IsFloor(VersionSpec version) => version is { Numbers.Build: -1, Prerelease: "", BuildMetadata: "" };

    private VersionOptions Apply(VersionOptions options, JsonMember member, JsonValue value) => member.Name.ToUpperInvariant() switch
    {
        _ when value.Kind == JsonValueKind.Null => options,
        "VERSION" => options with { Version = Spec(member) },
        "ASSEMBLYVERSION" => AssemblyVersion(options, member),
        "VERSIONHEIGHTOFFSET" or "BUILDNUMBEROFFSET" => options with { VersionHeightOffset = Between(member, -FarBeyondAnyHeight, FarBeyondAnyHeight) },
        "VERSIONHEIGHTOFFSETAPPLIESTO" => options with { VersionHeightOffsetAppliesTo = Spec(member) },
        "SEMVER1NUMERICIDENTIFIERPADDING" => options with { SemVer1NumericIdentifierPadding = Between(member, 1, 6) },
        "GITCOMMITIDSHORTFIXEDLENGTH" => options with { GitCommitIdShortFixedLength = Between(member, 0, 40) },
        "GITCOMMITIDPREFIX" => options with { GitCommitIdPrefix = Prefix(member) },
        "NUGETPACKAGEVERSION" => Objects(member).Aggregate(options, NuGet),
        "PUBLICRELEASEREFSPEC" => options with { PublicReleaseRefSpec = [.. Strings(member).Select(Expression)] },
        "CLOUDBUILD" => options with { CloudBuild = Objects(member).Aggregate(options.CloudBuild, Cloud) },
        "PATHFILTERS" => options with { PathFilters = new([.. options.PathFilters?.Filters ?? [], .. Strings(member).Select(Filter)]) },
        "GITCOMMITIDSHORTAUTOMINIMUM" => options with { GitCommitIdShortAutoMinimum = Between(member, 0, 40) },
        "RELEASE" => options with { Release = Objects(member).Aggregate(options.Release, Release) },
        "RELEASETOOLS" => Objects(member).Aggregate(options, Own),

        // nbgv ignores keys it does not know, and so do we in its part of the file.
        _ => options,
    };

    private VersionOptions AssemblyVersion(VersionOptions options, JsonMember member) => member.Value.Kind == JsonValueKind.Object
        ? member.Value.Members.Aggregate(options, (result, inner) => inner.Name.ToUpperInvariant() switch
        {
            "VERSION" => result with { AssemblyVersion = Numbers(inner) },
            "PRECISION" => result with { AssemblyVersion = null, AssemblyVersionPrecision = Precision(inner) },
            _ => result,
        })
        : options with { AssemblyVersion = Numbers(member) };

    private VersionOptions NuGet(VersionOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "SEMVER" => options with { NuGetSemVer = Integer(member) },
        "PRECISION" => options with { NuGetPrecision = Precision(member) },
        _ => options,
    };

    private CloudBuildOptions Cloud(CloudBuildOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "SETALLVARIABLES" => options with { SetAllVariables = Flag(member.Value) },
        "SETVERSIONVARIABLES" => options with { SetVersionVariables = Flag(member.Value) },
        "BUILDNUMBER" => Objects(member).Aggregate(options, CloudNumber),
        _ => options,
    };

    private CloudBuildOptions CloudNumber(CloudBuildOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "ENABLED" => options with { BuildNumberEnabled = Flag(member.Value) },
        "INCLUDECOMMITID" => Objects(member).Aggregate(options, (result, inner) => inner.Name.ToUpperInvariant() switch
        {
            "WHEN" => result with { CommitIdWhen = Choice<CommitIdWhen>(inner) },
            "WHERE" => result with { CommitIdWhere = Choice<CommitIdWhere>(inner) },
            _ => result,
        }),
        _ => options,
    };

    private ReleaseOptions Release(ReleaseOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "TAGNAME" => options with { TagName = Text(member.Name, member.Value) },
        "BRANCHNAME" => options with { BranchName = Text(member.Name, member.Value) },
        "VERSIONINCREMENT" => options with { VersionIncrement = Choice<VersionIncrement>(member) },
        "FIRSTUNSTABLETAG" => options with { FirstUnstableTag = Text(member.Name, member.Value) },
        _ => options,
    };

    private VersionOptions Own(VersionOptions options, JsonMember member) => member.Name switch
    {
        "commitInVersion" => options with { CommitInVersion = Choice<CommitInVersion>(member) },
        "versionFrom" => options with { VersionFrom = Choice<VersionScheme>(member) },
        "tagPrefix" => options with { Tags = options.Tags with { Prefix = Text(member.Name, member.Value) } },
        "autoIncrement" => options with { Tags = options.Tags with { AutoIncrement = Choice<TagIncrement>(member) } },
        "prereleaseIdentifiers" => options with { Tags = options.Tags with { PrereleaseIdentifiers = Identifiers(member, "0.0.0-", "letters, digits and hyphens with dots between, as in 'alpha.0'") } },
        "buildMetadata" => options with { Tags = options.Tags with { BuildMetadata = Text(member.Name, member.Value) is "" ? "" : Identifiers(member, "0.0.0+", "letters, digits and hyphens with dots between, as in 'build.7'") } },
        "ignoreHeight" => options with { Tags = options.Tags with { IgnoreHeight = Flag(member.Value) } },
        "bump" => options with { Bump = Objects(member).Aggregate(options.Bump, BumpRule) },
        _ => throw Unknown(member, member.Name, OwnSettings),
    };

    private BumpPolicy BumpRule(BumpPolicy policy, JsonMember member) => member.Name switch
    {
        "breakingBelowOne" => policy with { BreakingBelowOne = Choice(member, Bump.Minor, Bump.Major) },
        "featureBelowOne" => policy with { FeatureBelowOne = Choice(member, Bump.Patch, Bump.Minor) },
        "other" => policy with { Other = Choice(member, Bump.None, Bump.Patch) },
        _ => throw Unknown(member, $"bump.{member.Name}", BumpSettings),
    };

    private VersionOptions WithPrerelease(VersionOptions options, JsonValue value)
    {
        var tag = Text("prerelease", value).TrimStart('-');

        return options.Version switch
        {
            null => options,
            { } version when tag.Length == 0 => options with { Version = version with { Prerelease = "" } },
            { Prerelease: "" } version => options with
            {
                Version = VersionSpec.Read($"{version.Numbers}-{tag}{version.BuildMetadata}") ?? throw Fail(ConfigurationDiagnostics.NotAVersion(Spot(value), "prerelease", tag)),
            },
            _ => throw Fail(ConfigurationDiagnostics.PrereleaseTwice(Spot(value), tag)),
        };
    }

    /// <summary>A part of a version, which must be one behind <paramref name="before"/>.</summary>
    private string Identifiers(JsonMember member, string before, string expected) =>
        Text(member.Name, member.Value) is var text && SemanticVersion.TryParse(before + text, out var version) && version.HasMetadata == before.EndsWith('+') ? text : throw Wrong(member, expected);

    /// <summary>It stands in front of the commit inside a prerelease, so it must be able to.</summary>
    private string Prefix(JsonMember member) =>
        Text(member.Name, member.Value) is var prefix && prefix is [not (>= '0' and <= '9'), ..] && VersionSpec.Read($"0.0-{prefix}0") is { BuildMetadata: "" }
            ? prefix
            : throw Wrong(member, "letters, digits and hyphens that do not begin with a digit");

    private VersionSpec Spec(JsonMember member)
    {
        var text = Text(member.Name, member.Value);
        var spec = VersionSpec.Read(text) ?? throw Fail(ConfigurationDiagnostics.NotAVersion(Spot(member), member.Name, text));
        return spec with { Numbers = Checked(spec.Numbers, member, text) };
    }

    private Version Numbers(JsonMember member)
    {
        var text = Text(member.Name, member.Value);
        return Version.TryParse(text, out var version)
            ? Checked(version, member, text)
            : throw Fail(ConfigurationDiagnostics.NotAVersion(Spot(member), member.Name, text));
    }

    private Version Checked(Version version, JsonMember member, string text) =>
        new[] { version.Major, version.Minor, version.Build, version.Revision }.Max() <= VersionCalculator.HighestNumber
            ? version
            : throw Fail(ConfigurationDiagnostics.NumberTooLarge(Spot(member), member.Name, text));

    private VersionPrecision Precision(JsonMember member) => Choice<VersionPrecision>(member);

    private TChoice Choice<TChoice>(JsonMember member)
        where TChoice : struct, Enum => Choice(member, Enum.GetValues<TChoice>());

    private TChoice Choice<TChoice>(JsonMember member, params TChoice[] choices)
        where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(Text(member.Name, member.Value), ignoreCase: true, out var choice) && choices.Contains(choice)
            ? choice
            : throw Wrong(member, $"one of {string.Join(", ", choices.Select(one => $"{one}").Select(name => $"'{char.ToLowerInvariant(name[0])}{name[1..]}'"))}");

    private int Between(JsonMember member, int low, int high) =>
        Integer(member) is var number && number >= low && number <= high ? number : throw Wrong(member, $"a number from {low} to {high}");

    private int Integer(JsonMember member) =>
        member.Value.Kind is JsonValueKind.Number or JsonValueKind.String
        && int.TryParse(member.Value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(member, "a whole number");

    private bool Flag(JsonValue value) => value.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.Text, out var flag) => flag,
        _ => throw Fail(ConfigurationDiagnostics.WrongKind(Spot(value), "the value", "true or false", Say(value))),
    };

    private string Text(string key, JsonValue value) => value.Kind is JsonValueKind.String or JsonValueKind.Number
        ? value.Text
        : throw Fail(ConfigurationDiagnostics.WrongKind(Spot(value), key, "a string", Say(value)));

    private string Expression(JsonValue value)
    {
        try
        {
            _ = new Regex(value.Text);
            return value.Text;
        }
        catch (ArgumentException)
        {
            throw Fail(ConfigurationDiagnostics.NotAnExpression(Spot(value), value.Text));
        }
    }

    private PathFilter Filter(JsonValue value) =>
        PathFilter.Read(value.Text, source.Path[..Math.Max(0, source.Path.LastIndexOf('/'))]) ?? throw Fail(ConfigurationDiagnostics.NotAFilter(Spot(value), value.Text));

    private ImmutableArray<JsonMember> Objects(JsonMember member) =>
        Expect(source, member.Value, member.Name, JsonValueKind.Object).Members;

    private IEnumerable<JsonValue> Strings(JsonMember member) =>
        Expect(source, member.Value, member.Name, JsonValueKind.Array).Items
            .Select(item => Expect(source, item, member.Name, JsonValueKind.String));

    private static JsonValue? Find(JsonValue root, string key) => VersionFiles.Find(root, key)?.Value;

    private static JsonValue Expect(SourceText source, JsonValue value, string key, JsonValueKind kind) => value.Kind == kind
        ? value
        : throw Fail(ConfigurationDiagnostics.WrongKind(source.SpotAt(value.Start), key, Say(kind), Say(value)));

    private ReleaseException Unknown(JsonMember member, string name, string[] known) =>
        Fail(ConfigurationDiagnostics.UnknownSetting(source.SpotAt(member.NameStart), name, Spelling.Nearest(name, known)));

    private ReleaseException Wrong(JsonMember member, string expected) =>
        Fail(ConfigurationDiagnostics.WrongKind(Spot(member), member.Name, expected, Say(member.Value)));

    private SourceSpot Spot(JsonMember member) => Spot(member.Value);

    private SourceSpot Spot(JsonValue value) => source.SpotAt(value.Start);

    private static ReleaseException Fail(Diagnostic diagnostic) => new(diagnostic);

    private static string Say(JsonValue value) => value.Kind is JsonValueKind.String ? $"'{value.Text}'" : Say(value.Kind, value.Text);

    private static string Say(JsonValueKind kind, string text = "a value") => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        _ => text,
    };
}
