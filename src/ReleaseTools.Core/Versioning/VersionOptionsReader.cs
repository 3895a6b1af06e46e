using System.Text.Json;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning;

/// <summary>
/// Reads one version.json over the options it inherits: a scalar replaces, an object merges, a list replaces; pathFilters are added, and assemblyVersion replaces.
/// Key names compare without case and the last of two equal keys wins, as in Nerdbank.GitVersioning.
/// </summary>
internal sealed class VersionOptionsReader(SourceText source)
{
    /// <summary>No sum of an offset and a height leaves the range of its type.</summary>
    private const int FarBeyondAnyHeight = 1_000_000_000;

    private readonly SettingValues _values = new(source);

    /// <exception cref="ReleaseException">RT20…: the first thing that is wrong, with its place.</exception>
    public static VersionOptions Read(SourceText source, Func<VersionOptions?> inherited)
    {
        var root = JsonLocator.Parse(source);
        var reader = new VersionOptionsReader(source);
        return reader.Read(reader._values.Expect(root, "version.json", JsonValueKind.Object), inherited);
    }

    private VersionOptions Read(JsonValue root, Func<VersionOptions?> inherited)
    {
        var options = VersionOptions.Default;
        var inherits = Find(root, "inherit") is { } inherit && _values.Flag("inherit", inherit);

        if (inherits)
        {
            options = inherited() ?? throw Fail(ConfigurationDiagnostics.NoParentToInherit(_values.Spot(Find(root, "inherit")!)));
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
            ? throw Fail(ConfigurationDiagnostics.NotAFloor(_values.Spot(Find(root, "version") ?? Find(root, "prerelease") ?? Find(root, "releaseTools") ?? root), floor.ToString()))
            : options;
    }

    private static bool IsFloor(VersionSpec version) => version is { Numbers.Build: -1, Prerelease: "", BuildMetadata: "" };

    private VersionOptions Apply(VersionOptions options, JsonMember member, JsonValue value) => member.Name.ToUpperInvariant() switch
    {
        _ when value.Kind == JsonValueKind.Null => options,
        "VERSION" => options with { Version = Spec(member) },
        "ASSEMBLYVERSION" => AssemblyVersion(options, member),
        "VERSIONHEIGHTOFFSET" or "BUILDNUMBEROFFSET" => options with { VersionHeightOffset = _values.Between(member, -FarBeyondAnyHeight, FarBeyondAnyHeight) },
        "VERSIONHEIGHTOFFSETAPPLIESTO" => options with { VersionHeightOffsetAppliesTo = Spec(member) },
        "SEMVER1NUMERICIDENTIFIERPADDING" => options with { SemVer1NumericIdentifierPadding = _values.Between(member, 1, 6) },
        "GITCOMMITIDSHORTFIXEDLENGTH" => options with { GitCommitIdShortFixedLength = _values.Between(member, 0, 40) },
        "GITCOMMITIDPREFIX" => options with { GitCommitIdPrefix = Prefix(member) },
        "NUGETPACKAGEVERSION" => _values.Objects(member).Aggregate(options, NuGet),
        "PUBLICRELEASEREFSPEC" => options with { PublicReleaseRefSpec = [.. _values.Strings(member).Select(Expression)] },
        "CLOUDBUILD" => options with { CloudBuild = _values.Objects(member).Aggregate(options.CloudBuild, Cloud) },
        "PATHFILTERS" => options with { PathFilters = new([.. options.PathFilters?.Filters ?? [], .. _values.Strings(member).Select(Filter)]) },
        "GITCOMMITIDSHORTAUTOMINIMUM" => options with { GitCommitIdShortAutoMinimum = _values.Between(member, 0, 40) },
        "RELEASE" => options with { Release = _values.Objects(member).Aggregate(options.Release, Release) },
        "RELEASETOOLS" => new OwnSettingsReader(_values).Read(options, member),

        // nbgv ignores keys it does not know, and so do we in its part of the file.
        _ => options,
    };

    /// <summary>Unlike other objects it replaces the inherited one whole. Where both are given, the version counts.</summary>
    private VersionOptions AssemblyVersion(VersionOptions inherited, JsonMember member)
    {
        var options = inherited with { AssemblyVersion = null, AssemblyVersionPrecision = null };

        return member.Value.Kind == JsonValueKind.Object
            ? member.Value.Members.Aggregate(options, (result, inner) => inner.Name.ToUpperInvariant() switch
            {
                "VERSION" => result with { AssemblyVersion = Numbers(inner) },
                "PRECISION" => result with { AssemblyVersionPrecision = _values.Choice<VersionPrecision>(inner) },
                _ => result,
            })
            : options with { AssemblyVersion = Numbers(member) };
    }

    private VersionOptions NuGet(VersionOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "SEMVER" => options with { NuGetSemVer = _values.Integer(member) },
        "PRECISION" => options with { NuGetPrecision = _values.Choice<VersionPrecision>(member) },
        _ => options,
    };

    private CloudBuildOptions Cloud(CloudBuildOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "SETALLVARIABLES" => options with { SetAllVariables = _values.Flag(member) },
        "SETVERSIONVARIABLES" => options with { SetVersionVariables = _values.Flag(member) },
        "BUILDNUMBER" => _values.Objects(member).Aggregate(options, CloudNumber),
        _ => options,
    };

    private CloudBuildOptions CloudNumber(CloudBuildOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "ENABLED" => options with { BuildNumberEnabled = _values.Flag(member) },
        "INCLUDECOMMITID" => _values.Objects(member).Aggregate(options, (result, inner) => inner.Name.ToUpperInvariant() switch
        {
            "WHEN" => result with { CommitIdWhen = _values.Choice<CommitIdWhen>(inner) },
            "WHERE" => result with { CommitIdWhere = _values.Choice<CommitIdWhere>(inner) },
            _ => result,
        }),
        _ => options,
    };

    private ReleaseOptions Release(ReleaseOptions options, JsonMember member) => member.Name.ToUpperInvariant() switch
    {
        "TAGNAME" => options with { TagName = _values.Text(member) },
        "BRANCHNAME" => options with { BranchName = _values.Text(member) },
        "VERSIONINCREMENT" => options with { VersionIncrement = _values.Choice<VersionIncrement>(member) },
        "FIRSTUNSTABLETAG" => options with { FirstUnstableTag = _values.Text(member) },
        _ => options,
    };

    private VersionOptions WithPrerelease(VersionOptions options, JsonValue value)
    {
        var tag = _values.Text("prerelease", value).TrimStart('-');

        return options.Version switch
        {
            null => options,
            { } version when tag.Length == 0 => options with { Version = version with { Prerelease = "" } },
            { Prerelease: "" } version => options with
            {
                Version = VersionSpec.Read($"{version.Numbers}-{tag}{version.BuildMetadata}") ?? throw Fail(ConfigurationDiagnostics.NotAVersion(_values.Spot(value), "prerelease", tag)),
            },
            _ => throw Fail(ConfigurationDiagnostics.PrereleaseTwice(_values.Spot(value), tag)),
        };
    }

    /// <summary>It stands in front of the commit inside a prerelease, so it must be able to.</summary>
    private string Prefix(JsonMember member) =>
        _values.Text(member) is var prefix && prefix is [not (>= '0' and <= '9'), ..] && VersionSpec.Read($"0.0-{prefix}0") is { BuildMetadata: "" }
            ? prefix
            : throw _values.Wrong(member, "letters, digits and hyphens that do not begin with a digit");

    private VersionSpec Spec(JsonMember member)
    {
        var text = _values.Text(member);
        var spec = VersionSpec.Read(text) ?? throw Fail(ConfigurationDiagnostics.NotAVersion(_values.Spot(member), member.Name, text));
        return spec with { Numbers = Checked(spec.Numbers, member, text) };
    }

    private Version Numbers(JsonMember member)
    {
        var text = _values.Text(member);
        return Version.TryParse(text, out var version)
            ? Checked(version, member, text)
            : throw Fail(ConfigurationDiagnostics.NotAVersion(_values.Spot(member), member.Name, text));
    }

    private Version Checked(Version version, JsonMember member, string text) =>
        new[] { version.Major, version.Minor, version.Build, version.Revision }.Max() <= VersionCalculator.HighestNumber
            ? version
            : throw Fail(ConfigurationDiagnostics.NumberTooLarge(_values.Spot(member), member.Name, text));

    private string Expression(JsonValue value)
    {
        try
        {
            _ = new Regex(value.Text);
            return value.Text;
        }
        catch (ArgumentException)
        {
            throw Fail(ConfigurationDiagnostics.NotAnExpression(_values.Spot(value), value.Text));
        }
    }

    private PathFilter Filter(JsonValue value) =>
        PathFilter.Read(value.Text, source.Path[..Math.Max(0, source.Path.LastIndexOf('/'))]) ?? throw Fail(ConfigurationDiagnostics.NotAFilter(_values.Spot(value), value.Text));

    private static JsonValue? Find(JsonValue root, string key) => VersionFiles.Find(root, key)?.Value;

    private static ReleaseException Fail(Diagnostic diagnostic) => new(diagnostic);
}
