using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>Why a commit does not belong to the height of a later one.</summary>
/// <param name="Reason">In general.</param>
/// <param name="Version">The version it holds, where that is another one.</param>
/// <param name="Fault">What is wrong with its version file, where it cannot be read.</param>
internal sealed record HeightStop(HeightStopReason Reason, VersionSpec? Version = null, Diagnostic? Fault = null)
{
    public static HeightStop Read(VersionFileSet files)
    {
        try
        {
            return VersionFiles.Parse(files) switch
            {
                null => new(HeightStopReason.NoVersionFile),
                { Version: { } version } => new(HeightStopReason.OtherVersion, version),
                _ => new(HeightStopReason.NoVersion),
            };
        }
        catch (ReleaseException stop)
        {
            return new(HeightStopReason.Unreadable, Fault: stop.Diagnostics[0]);
        }
    }
}
