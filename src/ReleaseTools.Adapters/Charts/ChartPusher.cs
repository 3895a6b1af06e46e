using System.Collections.Immutable;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Charts;

/// <summary>Brings a chart into a registry, where nothing that is there under its version is ever replaced.</summary>
internal sealed class ChartPusher(ImagePlace place, RegistrySettings settings) : IDisposable
{
    /// <summary>How many tags of a repository are looked at for what else it holds.</summary>
    private const int Samples = 3;

    private readonly OciClient _client = new(place, settings);
    private readonly BlobUpload _upload = new(place, settings);

    /// <exception cref="ReleaseException">RT7092 or RT7093: something else is there. RT702…: the registry does not take it.</exception>
    public async Task<PushedChart> PushAsync(ChartArtifact chart, CancellationToken cancellation)
    {
        if (await _client.ReadManifestAsync(chart.Tag, cancellation) is { } there)
        {
            Compare(chart, there);
            return new(place, chart.Tag, there.Digest, chart.Package.Digest, WasThere: true, []);
        }

        var remarks = await LookAroundAsync(chart.Tag, cancellation);

        foreach (var (descriptor, content) in chart.Blobs)
        {
            if (!await _client.HasBlobAsync(descriptor.Digest, cancellation))
            {
                await _upload.PutAsync(descriptor, content, cancellation);
            }
        }

        await _client.PutManifestAsync(chart.Tag, chart.Manifest, cancellation);
        return new(place, chart.Tag, chart.Manifest.Digest, chart.Package.Digest, WasThere: false, remarks);
    }

    public void Dispose()
    {
        _client.Dispose();
        _upload.Dispose();
    }

    /// <summary>Helm dates a manifest by its clock: what counts is the package in it.</summary>
    private void Compare(ChartArtifact chart, ImageManifest there)
    {
        if (NameOther(there) is { } other)
        {
            throw new ReleaseException(ChartDiagnostics.NotAChart(place.With(chart.Tag), other));
        }

        if (there.Layers.All(layer => layer.Digest != chart.Package.Digest))
        {
            var package = there.Layers.FirstOrDefault(layer => layer.MediaType == chart.Package.MediaType)?.Digest ?? there.Digest;
            throw new ReleaseException(ChartDiagnostics.OtherChart(place.With(chart.Tag), package.Text, chart.Package.Digest.Text));
        }
    }

    /// <summary>What else than charts is in the repository. A registry that lists no tags is no hindrance.</summary>
    private async Task<ImmutableArray<Diagnostic>> LookAroundAsync(string tag, CancellationToken cancellation)
    {
        try
        {
            var others = (await _client.ListTagsAsync(cancellation)).Where(other => other != tag && !other.StartsWith("sha256-", StringComparison.Ordinal))
                .OrderBy(other => other == "latest" ? 0 : 1).ThenBy(other => other, StringComparer.Ordinal).Take(Samples);

            foreach (var other in others)
            {
                if (await _client.ReadManifestAsync(other, cancellation) is { } manifest && NameOther(manifest) is not null)
                {
                    return [ChartDiagnostics.AmongImages(place.ToString(), other)];
                }
            }

            return [];
        }
        catch (ReleaseException stop) when (stop.Diagnostics.All(RegistryDiagnostics.MayPassOnAPush))
        {
            return [];
        }
    }

    /// <summary>Null for a chart.</summary>
    private static string? NameOther(ImageManifest manifest) => manifest.Configuration?.MediaType switch
    {
        ChartArtifact.ConfigurationType => null,
        null => "an image for several platforms",
        var type when type.Contains("image", StringComparison.Ordinal) => "an image",
        var type => $"an artifact of the type '{type}'",
    };
}
