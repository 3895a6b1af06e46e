using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.MSBuild;

/// <summary>The version of a project that is being built, and where it comes from.</summary>
internal sealed record BuildVersion(VersionSnapshot Snapshot, string Source)
{
    public static BuildVersion Read(string folder, bool? publicRelease)
    {
        var repository = GitRepository.Open(folder);
        return new(VersionReader.Read(repository, commit: null, publicRelease, CiHosts.Listen(Environment.GetEnvironmentVariable)), RemoteUrl.ToHttps(repository.FindRemote("origin") ?? ""));
    }
}
