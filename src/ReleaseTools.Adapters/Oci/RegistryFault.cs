using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>What may be gone at the next attempt: a registry that is busy, full or not there for a moment.</summary>
/// <param name="registry">Whose fault it is.</param>
/// <param name="status">What it answered; null where the connection broke.</param>
/// <param name="words">What it said, or what the connection died of.</param>
/// <param name="wait">How long it wants to be left alone.</param>
internal sealed class RegistryFault(RegistryName registry, int? status, string words, TimeSpan? wait = null, Exception? cause = null) : Exception(words, cause)
{
    public RegistryName Registry { get; } = registry;

    public int? Status { get; } = status;

    public TimeSpan? Wait { get; } = wait;

    /// <summary>Whether it said nothing until patience was at its end: that is not begun anew.</summary>
    public bool IsSilence { get; init; }
}
