using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping.Stampers;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Stamping;

/// <summary>An entry of the list of files to stamp: which files, where in them, and what is written there.</summary>
/// <param name="Files">Which.</param>
/// <param name="Place">Where; null where the file's name or its annotations say it.</param>
/// <param name="Value">What.</param>
/// <param name="Spot">Of the entry.</param>
internal sealed record StampRule(FilePattern Files, IStamper? Place, StampTemplate Value, SourceSpot Spot)
{
    /// <exception cref="ReleaseException">RT2090 to RT2098: all that is wrong with any of them.</exception>
    public static ImmutableArray<StampRule> ParseAll(IEnumerable<StampSetting> settings) => Complaints.Gather(settings, Parse);

    /// <summary>What the entry finds in a file; a chart, a package and its lock are stamped as they always are.</summary>
    /// <exception cref="ReleaseException">RT3…: the place for the version is missing, doubled or of the wrong kind.</exception>
    public ImmutableArray<StampValue> Find(SourceText source, StampVersion version)
    {
        var value = Value.Render(version);

        // Of many files some name the image; whether none does is asked when all are read.
        if (Place is ImageStamper image && Files.HasWildcard)
        {
            return image.FindAny(source, value);
        }

        if ((Place ?? StamperList.Listed.FirstOrDefault(stamper => stamper.Reads(source.Path))) is { } stamper)
        {
            return stamper.Find(source, value);
        }

        var values = new AnnotatedStamper().Find(source, value);

        return values is not [] || StamperList.Find(source.Path) is not null
            ? values
            : throw new ReleaseException(StampDiagnostics.NothingAnnotated(source.SpotAt(0), Spot.ToString()));
    }

    private static StampRule Parse(StampSetting setting)
    {
        if (!setting.Texts.TryGetValue("file", out var file))
        {
            throw new ReleaseException(StampSettingDiagnostics.NoFile(setting.Spot));
        }

        var folder = setting.Spot.File[..Math.Max(0, setting.Spot.File.LastIndexOf('/'))];
        var place = PlaceOf(setting);
        var value = setting.Texts.TryGetValue("value", out var written) ? StampTemplate.Parse(written.Text, written.Spot)
            : place is ImageStamper ? StampTemplate.ImageTag
            : StampTemplate.Version;

        return FilePattern.Read(file.Text, folder) is { } files
            ? new(files, place, value, setting.Spot)
            : throw new ReleaseException(StampSettingDiagnostics.NotAFile(file.Spot, file.Text));
    }

    private static IStamper? PlaceOf(StampSetting setting)
    {
        var places = setting.Texts.Where(text => text.Key is not ("file" or "value")).OrderBy(text => (text.Value.Spot.Line, text.Value.Spot.Column)).ToArray();

        if (places is [var first, var second, ..])
        {
            throw new ReleaseException(StampSettingDiagnostics.SeveralPlaces(second.Value.Spot, first.Key, second.Key));
        }

        if (places is [("pattern", var (pattern, patternSpot))])
        {
            return PatternStamper.Parse(pattern, setting.Count ?? 1, patternSpot);
        }

        if (setting.Count is not null)
        {
            throw new ReleaseException(StampSettingDiagnostics.CountWithoutPattern(setting.Spot));
        }

        if (places is not [var (name, (text, spot))])
        {
            return null;
        }

        var (_, example, create) = StamperList.ByPlace.First(one => one.Setting == name);
        return create(text) ?? throw new ReleaseException(StampSettingDiagnostics.NotAPlace(spot, text, example));
    }
}
