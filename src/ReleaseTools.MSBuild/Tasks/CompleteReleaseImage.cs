using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Images;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Brings the image to the other registries by its digest, and writes down what it is and where.</summary>
[MSBuildMultiThreadableTask]
public sealed class CompleteReleaseImage : RegistryTask
{
    /// <summary>The image's index; empty where it has only one manifest.</summary>
    public string Index { get; set; } = "";

    /// <summary>The digest of its only manifest.</summary>
    public string Digest { get; set; } = "";

    /// <summary>What it says of itself, where it has only one manifest.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The registry that had the image already; empty where it was pushed.</summary>
    public string KeptRegistry { get; set; } = "";

    /// <summary>Its repository there.</summary>
    public string KeptRepository { get; set; } = "";

    /// <summary>The commit the image says it is of; empty where it says none, or something else.</summary>
    public string Revision { get; set; } = "";

    /// <summary>The version the image says it is.</summary>
    public string Version { get; set; } = "";

    /// <summary>Whether that is a stable release, whose tags are guarded.</summary>
    public bool IsReleased { get; set; }

    /// <summary>The tags that were not pushed, since a later version has them.</summary>
    public string[] HeldTags { get; set; } = [];

    /// <summary>The file to write, from the project's folder.</summary>
    [Required]
    public string Record { get; set; } = "";

    private protected override async Task RunAsync(CancellationToken cancellation)
    {
        var image = Index.Length > 0 ? ImageRecord.OfIndex(Index) : ImageRecord.OfManifest(Images.Digest.Read(Digest)!, Configuration);
        var (places, complaints) = PushRegistry.Length > 0 ? await Spread(image.Digest).ToAsync(Places(), cancellation) : ([new("", PushRepository, [.. Tags])], []);
        var file = Path.GetFullPath(Record, ProjectFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, image.Write(places));

        foreach (var complaint in complaints)
        {
            Report(complaint);
        }
    }

    private ImageSpread Spread(Digest digest) =>
        new(KeptRegistry.Length > 0 ? ImagePlace.Parse(KeptRegistry, KeptRepository) : Places()[0], digest, [.. Tags], Settings(), Say)
        {
            Claim = IsReleased || KeptRegistry.Length > 0 ? new(Version, Revision, IsReleased, IsKept: KeptRegistry.Length > 0) : null,
            Held = [.. HeldTags],
        };
}
