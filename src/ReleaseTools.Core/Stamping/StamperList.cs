using System.Collections.Immutable;
using ReleaseTools.Stamping.Stampers;

namespace ReleaseTools.Stamping;

/// <summary>Every kind of file that can carry the version.</summary>
internal static class StamperList
{
    public static ImmutableArray<IStamper> All { get; } =
    [
        new ChartStamper(),
        new PackageJsonStamper(),
    ];

    /// <summary>The stamper for a file, by its path; null where none reads it.</summary>
    public static IStamper? Find(string path) => All.FirstOrDefault(stamper => stamper.Reads(path));
}
