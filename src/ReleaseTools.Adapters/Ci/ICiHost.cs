using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Knows the environment variables of one CI host.</summary>
internal interface ICiHost
{
    /// <summary>For people; <c>--host</c> takes it in lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>What the host says of this build, or null where it is not the one that runs it.</summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    CiWord? Read(Func<string, string?> variable);

    /// <summary>How the host is told something. Nothing in a value can become a variable or a command of its own.</summary>
    /// <param name="report">What it is told.</param>
    /// <param name="variable">As in <see cref="Read"/>.</param>
    CiPlan Plan(CiReport report, Func<string, string?> variable);
}
