using System.Collections.Immutable;
using System.Text;
using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Looks, before anything is pushed, whether the image is in a registry already; and does not let a release be overwritten.</summary>
[MSBuildMultiThreadableTask]
public sealed class FindReleaseImage : RegistryTask
{
    /// <summary>The runtime identifiers of the platforms it is to run on.</summary>
    [Required]
    public string[] Runtimes { get; set; } = [];

    /// <summary>The labels it is to carry, with their <c>Value</c>; the last of a name counts.</summary>
    public ITaskItem[] Labels { get; set; } = [];

    /// <summary>The commit it is made of; empty where that is not known.</summary>
    public string Commit { get; set; } = "";

    /// <summary>The version as Semantic Versioning 2.0 writes it.</summary>
    public string Version { get; set; } = "";

    /// <summary>Whether the version is of a public release.</summary>
    public string PublicRelease { get; set; } = "";

    /// <summary>The version that the user set; empty where it was worked out.</summary>
    public string GivenVersion { get; set; } = "";

    /// <summary>The commit, where the image's label is to say it; empty where it says none, or something else.</summary>
    [Output]
    public string Revision { get; private set; } = "";

    /// <summary>Whether the exact tag names a stable release, which is guarded.</summary>
    [Output]
    public bool IsReleased { get; private set; }

    /// <summary>The tags that are not to be pushed, since a later version has them.</summary>
    [Output]
    public string[] HeldTags { get; private set; } = [];

    /// <summary>The registry that has the image; empty where it is to be pushed.</summary>
    [Output]
    public string Registry { get; private set; } = "";

    /// <summary>Its repository there.</summary>
    [Output]
    public string Repository { get; private set; } = "";

    /// <summary>What its index says, byte for byte; empty where it has only one manifest.</summary>
    [Output]
    public string Index { get; private set; } = "";

    /// <summary>The digest of its only manifest.</summary>
    [Output]
    public string Digest { get; private set; } = "";

    /// <summary>What it says of itself, where it has only one manifest.</summary>
    [Output]
    public string Configuration { get; private set; } = "";

    private protected override async Task RunAsync(CancellationToken cancellation)
    {
        Revision = Label("org.opencontainers.image.revision") == Commit ? Commit : "";
        IsReleased = GuardedRelease.Is(Version, isPublic: GivenVersion.Length > 0 || PublicRelease.Equals("true", StringComparison.OrdinalIgnoreCase), Tags[0]);

        // What cannot be told from another image is kept in no case, so only a release is worth a look.
        if (Revision.Length == 0 && !IsReleased)
        {
            return;
        }

        var found = await LookAsync(cancellation);
        var wanted = Wanted();
        var (kept, replaced) = PublishDecision.Decide(wanted, found);

        if (replaced is not null)
        {
            Say($"{replaced.Place.With(Tags[0])} is there already, but {wanted.TreeWords}: the image is pushed again.");
        }

        if (kept is not null)
        {
            await KeepAsync(kept, wanted, cancellation);
        }
        else if (IsReleased)
        {
            await HoldAsync(cancellation);
        }
    }

    private WantedImage Wanted() => new(
        Tags[0],
        [.. Runtimes.Select(runtime => ImagePlatform.Read(runtime) ?? new(runtime, ""))],
        Revision,
        Label("org.opencontainers.image.version"),
        IsReleased,
        IsClean());

    private async Task<ImmutableArray<FoundImage>> LookAsync(CancellationToken cancellation)
    {
        var look = new RegistryLook(Tags[0], IsReleased, Settings(), Say);
        var found = ImmutableArray.CreateBuilder<FoundImage>();

        foreach (var (index, place) in Places().Index())
        {
            if (await look.AtAsync(place, isPushed: index == 0, cancellation) is { } image)
            {
                found.Add(image);
            }
        }

        return found.ToImmutable();
    }

    private async Task HoldAsync(CancellationToken cancellation)
    {
        using var client = new OciClient(Places()[0], Settings());
        HeldTags = [.. await LaterTags.FindAsync(client, FloatingTag.Of([.. Tags], Version), Label("org.opencontainers.image.version"), Say, cancellation)];
    }

    private async Task KeepAsync(FoundImage kept, WantedImage wanted, CancellationToken cancellation)
    {
        (Registry, Repository) = (kept.Place.Registry.Text, kept.Place.Repository);

        if (kept.Manifest.Configuration is { } configuration)
        {
            using var client = new OciClient(kept.Place, Settings());
            Digest = kept.Manifest.Digest.Text;
            Configuration = Encoding.UTF8.GetString(await client.ReadBlobAsync(configuration.Digest, cancellation));
        }
        else
        {
            Index = Encoding.UTF8.GetString(kept.Manifest.Bytes.AsSpan());
        }

        Say($"{kept.Place.With(Tags[0])} is there already, of this commit and for {kept.PlatformList}{(wanted.IsClean == true ? "" : $"; {wanted.TreeWords}, and the image there is kept")}: nothing is pushed.");
    }

    private string Label(string name) => Labels.LastOrDefault(label => label.ItemSpec == name)?.GetMetadata("Value") ?? "";

    /// <summary>Without a repository there is nothing to compare files with.</summary>
    private bool? IsClean()
    {
        try
        {
            return !GitRepository.Open(ProjectFolder).HasChanges();
        }
        catch (ReleaseException stop)
        {
            Log.LogMessage(MessageImportance.Low, "Whether the files are those of the commit is not known: {0}", HarmlessText.From(stop.Message));
            return null;
        }
    }
}
