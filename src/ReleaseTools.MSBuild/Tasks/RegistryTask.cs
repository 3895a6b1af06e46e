using System.Collections.Immutable;
using Microsoft.Build.Framework;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>What the tasks have in common that talk to registries: where the image goes, and that they stop when the build is stopped.</summary>
public abstract class RegistryTask : ReleaseTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The registry the SDK pushes to; empty for an archive or a local engine.</summary>
    public string PushRegistry { get; set; } = "";

    /// <summary>The repository there.</summary>
    [Required]
    public string PushRepository { get; set; } = "";

    /// <summary>The other registries, with their <c>Repository</c> where it has another name.</summary>
    public ITaskItem[] Registries { get; set; } = [];

    /// <summary>The repository in registries whose items name none.</summary>
    [Required]
    public string CommonRepository { get; set; } = "";

    /// <summary>The tags, the exact one first.</summary>
    [Required]
    public string[] Tags { get; set; } = [];

    public void Cancel() => _cancellation.Cancel();

    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected sealed override void Run()
    {
        try
        {
            RunAsync(_cancellation.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            Log.LogMessage(MessageImportance.High, "Stopped. Publish again to go on; what is there by then is not sent twice.");
        }
    }

    private protected abstract Task RunAsync(CancellationToken cancellation);

    /// <summary>Everywhere the image goes, where the SDK pushes it first.</summary>
    private protected ImmutableArray<ImagePlace> Places() =>
    [
        .. Registries
            .Select(item => ImagePlace.Parse(item.ItemSpec, item.GetMetadata("Repository") is { Length: > 0 } named ? named : CommonRepository))
            .Prepend(ImagePlace.Parse(PushRegistry, PushRepository))
            .Distinct(),
    ];

    private protected RegistrySettings Settings() => new(Environment.GetEnvironmentVariable, RegistryName.Read(PushRegistry));

    private protected void Say(string line) => Log.LogMessage(MessageImportance.High, "{0}", HarmlessText.Line(line));
}
