using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>What it takes for one file to carry a version: its values as they are and as they are to be.</summary>
internal sealed record StampPlan(SourceText Source, string Version, ImmutableArray<StampValue> Values)
{
    public IEnumerable<StampValue> Differences => Values.Where(value => value.Edit is not null);

    public bool IsUpToDate => !Differences.Any();

    /// <summary>The whole file with the version in it. Outside the values no byte is another.</summary>
    public byte[] Stamped() => Source.With(Differences.Select(value => value.Edit!.Value)).ToBytes();

    /// <exception cref="ReleaseException">RT3…: the version, or the file, is not fit for it.</exception>
    public static StampPlan For(SourceText source, string version)
    {
        var stamper = StamperList.Find(source.Path) ?? throw new ReleaseException(StampDiagnostics.UnknownKind(source.Path));

        return SemanticVersion.TryParse(version, out _)
            ? new(source, version, stamper.Find(source, version))
            : throw new ReleaseException(StampDiagnostics.NotSemVer(version));
    }
}
