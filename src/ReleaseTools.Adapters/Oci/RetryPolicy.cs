using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Oci;

/// <summary>How often a registry is asked again, and how long it is left alone before.</summary>
internal sealed class RetryPolicy(params TimeSpan[] waits)
{
    /// <summary>A registry may ask for more patience than a build has.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static RetryPolicy Patient { get; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

    /// <exception cref="ReleaseException">RT7021 or RT7022: the last attempt came to nothing, too.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (var failed = 0; ; failed++)
        {
            try
            {
                return await attempt();
            }
            catch (RegistryFault fault) when (failed < waits.Length && !fault.IsSilence)
            {
                await Task.Delay(Shorter(fault.Wait ?? waits[failed], LongestWait), cancellation);
            }
            catch (RegistryFault fault)
            {
                throw new ReleaseException(fault.Status is { } status
                    ? RegistryDiagnostics.Broken(fault.Registry.Text, status, fault.Message)
                    : RegistryDiagnostics.Unreachable(fault.Registry.Text, fault.Message));
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
