using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>What it takes for one file to carry a version: its values as they are and as they are to be.</summary>
internal sealed record StampPlan(SourceText Source, string Version, ImmutableArray<StampValue> Values)
{
    public IEnumerable<StampValue> Differences => Values.Where(value => value.Edit is not null);

    public bool IsUpToDate => !Differences.Any();

    /// <summary>The whole file with the version in it. Outside the values no byte is another.</summary>
    public byte[] Stamped() => Source.ToBytes(Differences.Select(value => value.Edit!.Value));

    /// <summary>For a file that is known by its name.</summary>
    /// <exception cref="ReleaseException">RT3…: the version, or the file, is not fit for it.</exception>
    public static StampPlan For(SourceText source, string version)
    {
        var stamper = StamperList.Find(source.Path) ?? throw new ReleaseException(StampDiagnostics.UnknownKind(source.Path));
        return For(source, StampVersion.Parse(version), stamper, []);
    }

    /// <param name="source">The file.</param>
    /// <param name="version">What the kind writes, and what the plan is known by.</param>
    /// <param name="kind">What its name says of it, or null.</param>
    /// <param name="rules">What version.json says of it, each entry with the version of its own folder.</param>
    /// <exception cref="ReleaseException">RT3…: the file is not fit for it.</exception>
    public static StampPlan For(SourceText source, StampVersion version, IStamper? kind, IEnumerable<(StampRule Rule, StampVersion Version)> rules)
    {
        var listed = rules.SelectMany(one => one.Rule.Find(source, one.Version)).OrderBy(value => value.Start).ToList();

        if (listed is [] && kind is not null)
        {
            return new(source, version.Text, kind.Find(source, version.Text));
        }

        Compare(source, listed);

        // What is said of one place goes before what its kind usually gets there.
        var usual = kind?.Find(source, version.Text) ?? [];
        var values = listed.Concat(usual.Where(value => !listed.Any(one => Meets(one, value)))).DistinctBy(value => value.Start);

        return new(source, version.Text, [.. values.OrderBy(value => value.Start)]);
    }

    private static void Compare(SourceText source, List<StampValue> values)
    {
        foreach (var (first, second) in values.Zip(values.Skip(1)))
        {
            if (Meets(first, second) && (first.Start, first.Expected) != (second.Start, second.Expected))
            {
                throw new ReleaseException(StampDiagnostics.TwoWishes(source.SpotAt(second.Start), first.Expected, second.Expected));
            }
        }
    }

    private static bool Meets(StampValue first, StampValue second) =>
        first.Start < EndOf(second) && second.Start < EndOf(first);

    private static int EndOf(StampValue value) => value.Start + Math.Max(1, value.Edit?.Length ?? value.Found.Length);
}
