using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;

namespace ReleaseTools.Adapters.Handover;

/// <summary>A version packed into a lock.</summary>
internal sealed record LockedVersion : HandedVersion
{
    private readonly VersionLock _versions;

    private LockedVersion(string file, string root, VersionLock versions)
        : base(file, root, versions.Commit, versions.CommitDate, versions.Source) => _versions = versions;

    /// <summary>The lock of a folder that was packed, or null.</summary>
    /// <exception cref="ReleaseException">RT1060 or RT1061: it cannot be read.</exception>
    public static LockedVersion? In(string folder) =>
        Path.Combine(folder, VersionLock.Place) is var file && ReadText(file) is { } text ? new(file, folder, VersionLockReader.Read(text)) : null;

    public override bool Holds(string folder) => _versions.Spellings(NameOf(folder)) is not [];

    public override VersionForms Forms(string folder, bool? publicRelease)
    {
        var name = _versions.Spellings(NameOf(folder)) switch
        {
            [var one] => one,
            var several => throw new ReleaseException(HandoverDiagnostics.FolderIsUnclear(File, NameOf(folder), several)),
        };

        var forms = _versions.Find(name) ?? throw new ReleaseException(HandoverDiagnostics.NotInLock(File, folder));

        return forms["PublicRelease"] is bool packed && publicRelease is { } wanted && wanted != packed
            ? throw new ReleaseException(HandoverDiagnostics.PublicReleaseIsPacked(File, packed))
            : forms;
    }
}
