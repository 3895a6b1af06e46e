using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>The element or attribute at a path in any XML file, as in <c>Project/PropertyGroup/Version</c> or <c>widget/@version</c>.</summary>
internal sealed class XmlPathStamper(string path, ImmutableArray<string> segments) : IStamper
{
    public bool Reads(ReadOnlySpan<char> file) => true;

    /// <summary>Null where the text is no such path.</summary>
    public static XmlPathStamper? Read(string text)
    {
        ImmutableArray<string> segments = [.. text.Split('/')];

        return text.Length <= 1000 && segments.Length > (segments[^1] is ['@', ..] ? 1 : 0)
            && segments.Select((segment, i) => i == segments.Length - 1 ? segment.TrimStart('@') : segment).All(IsName)
            ? new(text, segments)
            : null;
    }

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var found = XmlLocator.Find(source, segments);

        return found switch
        {
            [] => throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(0), path)),
            [_, var second, ..] => throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(second.Start), path)),
            [{ Other: { } other } value] => throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(value.Start), path, other)),
            [var value] when TextStamp.IsFilledIn(value.Text) => throw new ReleaseException(StampDiagnostics.Template(source.SpotAt(value.Start), value.Text)),
            [var value] => [StampValue.Of(path, value.Text, version, value.Start, value.Length)],
        };
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-' or '.');
}
