using System.Collections.Immutable;
using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Works out the version of a project, in process and once per build for all projects that follow the same version file.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class GetReleaseVersion : ReleaseTask
{
    /// <summary>The version the user set, which wins; or empty.</summary>
    public string GivenVersion { get; set; } = "";

    /// <summary>Who gave it: <c>the property Version</c>, or another package.</summary>
    public string GivenBy { get; set; } = "";

    /// <summary>Packages the project references that set versions as well.</summary>
    public ITaskItem[] Rivals { get; set; } = [];

    /// <summary>The version where there is no git or no repository; or empty, and then that is an error.</summary>
    public string FallbackVersion { get; set; } = "";

    /// <summary><c>true</c>, <c>false</c> or empty: whether this is a public release, instead of publicReleaseRefSpec.</summary>
    public string PublicRelease { get; set; } = "";

    /// <summary>Whether another package sets all properties that are not our own.</summary>
    public bool OnlyOwn { get; set; }

    /// <summary>Whether only what is known already may be told, as in an editor at every keystroke: nothing is asked of git, and nothing is wrong.</summary>
    public bool OnlyKnown { get; set; }

    private protected override void Run()
    {
        Tell([new("_ReleaseToolsInCi", CiHosts.IsCi(Environment.GetEnvironmentVariable) ? "true" : "false")]);

        if (OnlyKnown)
        {
            Tell(GivenVersion.Length > 0 ? [] : Known());
            return;
        }

        foreach (var rival in Rivals)
        {
            OncePerBuild((rival.ItemSpec, nameof(Rivals)), () => WarnOf(rival.ItemSpec));
        }

        Tell(GivenVersion.Length > 0 ? OfGivenVersion() : OfCommit());
    }

    private void Tell(IEnumerable<VersionProperty> properties)
    {
        // What came from the command line is the user's, whatever its name.
        var global = BuildEngine6.GetGlobalProperties();

        foreach (var property in properties)
        {
            if (!global.ContainsKey(property.Name) && (!OnlyOwn || property.IsOwn))
            {
                _properties[property.Name] = property.Value;
            }
        }
    }

    private IEnumerable<VersionProperty> OfGivenVersion()
    {
        OncePerBuild(GivenVersion, SayGivenVersion);

        try
        {
            return VersionProperties.OfText(GivenVersion, GivenOrigin, Commit());
        }
        catch (ReleaseException stop)
        {
            Log.LogMessage(MessageImportance.Low, "Nothing is known of the commit: {0}", HarmlessText.From(stop.Message));
            return VersionProperties.OfText(GivenVersion, GivenOrigin, commit: null);
        }
    }

    private IEnumerable<VersionProperty> OfCommit()
    {
        var publicRelease = ParsePublicRelease();

        try
        {
            return Version(publicRelease).Properties;
        }
        catch (ReleaseException stop) when (FallbackVersion.Length > 0 && stop.Diagnostics.All(VersionDiagnostics.SaysNothingToAsk))
        {
            Log.LogMessage(MessageImportance.Normal, "ReleaseToolsFallbackVersion '{0}' is the version: {1}", FallbackVersion, HarmlessText.From(stop.Diagnostics[0].Message));
            return VersionProperties.OfText(ParseFallback(), "from ReleaseToolsFallbackVersion", commit: null);
        }
    }

    private string GivenOrigin => $"from {GivenBy}";

    private bool SayGivenVersion()
    {
        Log.LogMessage(MessageImportance.Normal, "The version '{0}' is from {1}, so ReleaseTools computes none.", GivenVersion, GivenBy);
        return true;
    }

    private bool WarnOf(string rival)
    {
        Report(BuildDiagnostics.TwoPackages(rival));
        return true;
    }

    private WorkingTree? OpenTree()
    {
        var tree = WorkingTree.Find(ProjectFolder);
        PlacesFolder = tree?.Root ?? "";
        return tree;
    }

    private VersionAnswer Version(bool? publicRelease)
    {
        try
        {
            return VersionOfGit(publicRelease);
        }
        catch (ReleaseException stop) when (stop.Diagnostics.All(HandoverDiagnostics.KeepsGitAway))
        {
            if (FoundVersion.InsteadOfGit(ProjectFolder, publicRelease, stop.Diagnostics[0], HandedIn) is { } handed)
            {
                Log.LogMessage(MessageImportance.Normal, "The version is from '{0}'.", HarmlessText.From(handed.File!));
                return VersionAnswer.Of(handed);
            }

            throw;
        }
    }

    private VersionAnswer VersionOfGit(bool? publicRelease)
    {
        var tree = OpenTree() ?? throw new ReleaseException(VersionDiagnostics.NoRepository(ProjectFolder));
        // All projects of a build that follow one version file have one version, even where a target of theirs commits meanwhile.
        var question = OncePerBuild($"{tree.Root}\0{PublicRelease}", () => new BuildQuestion(tree, publicRelease));
        var folder = question.FolderOf(ProjectFolder);
        return OncePerBuild($"{folder}\0{PublicRelease}", () => Said(question.FindVersion(folder)));
    }

    /// <summary>What the last build found out. A commit later it is the answer of yesterday, and all the same what the last build wrote into its files.</summary>
    private ImmutableArray<VersionProperty> Known()
    {
        try
        {
            return OpenTree() is { } tree && new BuildQuestion(tree, ParsePublicRelease()).FindLast(ProjectFolder) is { } known ? known.Properties : [];
        }
        catch (ReleaseException)
        {
            // The next build says what is wrong.
            return [];
        }
    }

    private VersionAnswer Said(VersionAnswer version)
    {
        // Not warnings: many builds turn those into errors, and none of these is one.
        foreach (var remark in version.Remarks)
        {
            Log.LogMessage(MessageImportance.High, "{0}", remark);
        }

        return version;
    }

    /// <summary>Read once for all projects that look into the folder.</summary>
    private HandedVersion? HandedIn(string folder) => HandedVersion.FilesIn(folder).Select(file => $"{file.FullName} {file.LastWriteTimeUtc.Ticks} {file.Length}").ToArray() is not [] and var files
        ? OncePerBuild(string.Join('\n', files), () => HandedVersion.ReadIn(folder))
        : null;

    private BuildCommit? Commit() => OpenTree() is { } tree
        ? OncePerBuild(tree.Root, () => BuildCommit.Parse(tree.FindAnswers().Answer(() => $"commit {tree.Stamp()}", () => (BuildCommit.Read(GitRepository.Open(tree.Root)).ToLines(), Lasts: true))))
        : HandedVersion.Find(ProjectFolder, HandedIn) is { } handed ? BuildCommit.Of(handed) : null;

    private bool? ParsePublicRelease() => PublicRelease.Trim() switch
    {
        "" => null,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new ReleaseException(ConfigurationDiagnostics.PropertyIsNoTruth("PublicRelease", text)),
    };

    private string ParseFallback() =>
        VersionSpec.Read(FallbackVersion) is { HeightPosition: not HeightPosition.Prerelease }
            ? FallbackVersion
            : throw new ReleaseException(ConfigurationDiagnostics.PropertyIsNoVersion("ReleaseToolsFallbackVersion", FallbackVersion));
}
