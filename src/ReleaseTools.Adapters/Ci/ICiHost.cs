using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Knows the environment variables of one CI host.</summary>
internal interface ICiHost
{
    /// <summary>What the host says of this build, or null where it is not the one that runs it.</summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    CiWord? Read(Func<string, string?> variable);
}
